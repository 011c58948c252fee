package umbra.deid.substitute;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import umbra.dicom.Tag;

/// Stands in for an encapsulated document: an empty one of the same kind.
public final class DummyDocument {
  /// MIME Type of Encapsulated Document.
  public static final Tag MIME_TYPE = Tag.of(0x0042, 0x0012);

  private static final String PDF = """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
      3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
      trailer<</Root 1 0 R>>
      %%EOF
      """;
  private static final String CDA = """
      <?xml version="1.0"?>
      <ClinicalDocument xmlns="urn:hl7-org:v3"><title>Removed in de-identification</title></ClinicalDocument>
      """;
  /// A binary STL holds 80 bytes of anything, the number of triangles, and triangles of 50 bytes: here one without extent.
  private static final int STL_BYTES = 80 + 4 + 50;

  private DummyDocument() {}

  /// @param mimeType as the object says it; a page of PDF where it says none, or one that no IOD has
  public static byte[] bytes(String mimeType) {
    return switch (mimeType.strip().toLowerCase(Locale.ROOT)) {
      case "text/xml", "application/xml" -> text(CDA);
      case "model/stl", "application/sla" -> triangle();
      case "model/obj" -> text("# removed in de-identification\nv 0 0 0\nv 0 0 0\nv 0 0 0\nf 1 2 3\n");
      case "model/mtl" -> text("# removed in de-identification\nnewmtl removed\n");
      default -> text(PDF);
    };
  }

  private static byte[] triangle() {
    var bytes = new byte[STL_BYTES];
    bytes[80] = 1;
    return bytes;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
