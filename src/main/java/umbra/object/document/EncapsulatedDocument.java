package umbra.object.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Value;

/// The document of an Encapsulated Document object (PS3.3 C.24.2).
///
/// @param mimeType in lower case; what the bytes say of themselves where the object says nothing
/// @param bytes without the pad byte
public record EncapsulatedDocument(String mimeType, String title, byte[] bytes) {
  public static final Tag DOCUMENT = Tag.of(0x0042, 0x0011);
  public static final Tag LENGTH = Tag.of(0x0042, 0x0015);
  public static final Tag TITLE = Tag.of(0x0042, 0x0010);
  public static final Tag MIME_TYPE = Tag.of(0x0042, 0x0012);
  private static final long LONGEST = 1L << 30;

  /// Empty if the object holds no document, or one of more than a gibibyte.
  public static Optional<EncapsulatedDocument> of(DataSet dataSet) {
    var element = dataSet.find(DOCUMENT);
    if (element.isEmpty() || !(element.get().value() instanceof Value.Bytes(var raw, _)) || raw.isEmpty() || raw.length() > LONGEST) return Optional.empty();
    var bytes = raw.toArray();
    int stated = dataSet.integer(LENGTH).orElse(-1);
    int length = stated > 0 && stated <= bytes.length ? stated : bytes[bytes.length - 1] == 0 ? bytes.length - 1 : bytes.length;
    var document = Arrays.copyOf(bytes, length);
    var mime = dataSet.text(MIME_TYPE).map(m -> m.strip().toLowerCase(Locale.ROOT)).filter(m -> !m.isEmpty()).orElseGet(() -> guess(document));
    return Optional.of(new EncapsulatedDocument(mime, dataSet.text(TITLE).orElse(""), document));
  }

  public boolean isPdf() {
    return mimeType.equals("application/pdf") || guess(bytes).equals("application/pdf");
  }

  public boolean isXml() {
    return mimeType.endsWith("xml") || guess(bytes).equals("text/xml");
  }

  private static String guess(byte[] bytes) {
    var start = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1).stripLeading();
    if (start.contains("%PDF-")) return "application/pdf";
    return start.startsWith("<") || start.startsWith("\u00EF\u00BB\u00BF<") ? "text/xml" : "application/octet-stream";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EncapsulatedDocument(var m, var t, var b) && m.equals(mimeType) && t.equals(title) && Arrays.equals(b, bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return mimeType + ", " + bytes.length + " bytes";
  }
}
