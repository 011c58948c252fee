package umbra.deid.value;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// The secret of a collection: HMAC-SHA-256 (RFC 2104) of what was, so that nobody without the key can try out originals. Safe for
/// use by several threads.
public final class ProjectKey {
  /// A shorter key could be guessed.
  public static final int SHORTEST = 16;
  private static final int BLOCK = 64;

  private final MessageDigest inner;
  private final MessageDigest outer;

  private ProjectKey(MessageDigest inner, MessageDigest outer) {
    this.inner = inner;
    this.outer = outer;
  }

  /// @throws InvalidKeyException if there are fewer than 16 bytes
  public static ProjectKey of(byte[] secret) throws InvalidKeyException {
    if (secret.length < SHORTEST) throw new InvalidKeyException("the key is shorter than " + SHORTEST + " bytes");
    var key = Arrays.copyOf(secret.length > BLOCK ? sha256().digest(secret) : secret, BLOCK);
    return new ProjectKey(started(key, 0x36), started(key, 0x5C));
  }

  private static MessageDigest started(byte[] key, int pad) {
    var digest = sha256();
    for (byte b : key) digest.update((byte) (b ^ pad));
    return digest;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// 32 bytes that depend on the key, the purpose and the text.
  ///
  /// @param purpose keeps apart what is derived from the same text for different ends
  public byte[] derive(String purpose, String text) {
    try {
      var in = (MessageDigest) inner.clone();
      in.update(purpose.getBytes(StandardCharsets.US_ASCII));
      in.update((byte) 0);
      in.update(text.getBytes(StandardCharsets.UTF_8));
      var out = (MessageDigest) outer.clone();
      return out.digest(in.digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 can be copied", e);
    }
  }
}
