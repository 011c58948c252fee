package umbra.catalog.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/// A link of the chain.
///
/// @param sequence from 1, without gaps
/// @param at in whole milliseconds
/// @param previousHash of the row before; of [AuditHead#START] for the first
/// @param hash as stored, which need not be [#computedHash]
public record AuditRow(long sequence, Instant at, String who, AuditEvent event, String program, String previousHash, String hash) {

  /// SHA-256 over the hash before, the sequence, the milliseconds since 1970 and then who, action, object, why, program and
  /// profile hash, each as UTF-8 after its length in bytes; all numbers big endian. No two rows share these bytes.
  public String computedHash() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      put(out, previousHash);
      out.writeLong(sequence);
      out.writeLong(at.toEpochMilli());
      for (var text : new String[] {who, event.action().name(), event.object(), event.why(), program, event.profileHash()}) put(out, text);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void put(DataOutputStream out, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /// Without the reason, where people quote what they saw, and without hashes, by which a guessed reason could be confirmed; only the head
  /// that a finished export printed anyway stays, so that this trail can be tied to its version.
  public AuditRow forOthers() {
    var told = new AuditEvent(event.action(), event.object(), "", event.profileHash());
    return new AuditRow(sequence, at, who, told, program, "", event.action() == AuditAction.EXPORT_FINISHED ? hash : "");
  }

  public AuditHead head() {
    return new AuditHead(sequence, hash);
  }

  AuditRow hashed() {
    return new AuditRow(sequence, at, who, event, program, previousHash, computedHash());
  }
}
