package umbra.deid.substitute;

import java.nio.charset.StandardCharsets;

/// Stands in for an encapsulated document: one empty page.
public final class DummyDocument {
  private static final byte[] BYTES = """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
      3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
      trailer<</Root 1 0 R>>
      %%EOF
      """.getBytes(StandardCharsets.US_ASCII);

  private DummyDocument() {}

  /// A PDF of one empty page.
  public static byte[] bytes() {
    return BYTES.clone();
  }
}
