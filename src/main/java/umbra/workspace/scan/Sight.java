package umbra.workspace.scan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import umbra.catalog.finding.Finding;
import umbra.ocr.Box;
import umbra.ocr.TextBox;

/// All that was read in one instance, in the order of looking, and what could not be looked at.
///
/// @param failures findings of the kind `not-looked-at`
/// @param complete no look is to be tried again
record Sight(List<Seen> texts, List<Finding> failures, boolean complete) {
  private static final int FORM = 1;

  Sight {
    texts = List.copyOf(texts);
    failures = List.copyOf(failures);
  }

  static Sight failed(int lastFrame, String why, boolean complete) {
    return new Sight(List.of(), List.of(Finding.notLookedAt(0, Math.max(0, lastFrame), "", why)), complete);
  }

  /// For the catalogue; of complete ones only.
  byte[] stored() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(FORM);
      out.writeInt(texts.size());
      for (var seen : texts) put(out, seen);
      out.writeInt(failures.size());
      for (var failure : failures) {
        out.writeInt(failure.firstFrame());
        out.writeInt(failure.lastFrame());
        put(out, failure.tagPath());
        put(out, failure.why());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(DataOutputStream out, Seen seen) throws IOException {
    var text = seen.text();
    var box = text.box();
    put(out, seen.tagPath());
    for (int n : new int[] {seen.first(), seen.last(), box.x(), box.y(), box.width(), box.height(), text.passes(), text.looks(), text.quarters()}) out.writeInt(n);
    put(out, text.text());
    put(out, text.second());
    out.writeFloat(text.score());
    out.writeFloat(text.probability());
  }

  private static void put(DataOutputStream out, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /// @throws IOException if the bytes are of another form, so that one must look again
  static Sight ofStored(byte[] stored) throws IOException {
    try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(stored)))) {
      if (in.readInt() != FORM) throw new IOException("readings of another form");
      var texts = new ArrayList<Seen>();
      for (int left = in.readInt(); left > 0; left--) texts.add(seen(in));
      var failures = new ArrayList<Finding>();
      for (int left = in.readInt(); left > 0; left--) failures.add(Finding.notLookedAt(in.readInt(), in.readInt(), text(in), text(in)));
      return new Sight(texts, failures, true);
    }
  }

  private static Seen seen(DataInputStream in) throws IOException {
    var tagPath = text(in);
    int first = in.readInt();
    int last = in.readInt();
    var box = new Box(in.readInt(), in.readInt(), in.readInt(), in.readInt());
    int passes = in.readInt();
    int looks = in.readInt();
    int quarters = in.readInt();
    return new Seen(tagPath, first, last, new TextBox(box, text(in), text(in), in.readFloat(), in.readFloat(), passes, looks, quarters));
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
