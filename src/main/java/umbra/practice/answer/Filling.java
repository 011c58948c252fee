package umbra.practice.answer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import umbra.dicom.DataElement;
import umbra.dicom.Tags;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.io.ByteSlice;
import umbra.practice.study.Attributes;

/// What an instance holds beside its header: tiny pixels, a short report, a document.
final class Filling {
  static final int SIZE = 32;
  static final String BOX = "4,2,20,8";

  private Filling() {}

  static void into(Attributes a, Kind kind, String secret, int seed) {
    switch (kind.form()) {
      case GREY -> pixels(a, 1, 1, seed);
      case FRAMES -> pixels(a, 1, 3, seed);
      case COLOUR, BURNED -> pixels(a, 3, 1, seed);
      case JPEG -> jpeg(a, secret);
      case REPORT -> report(a, secret);
      case PDF -> a.text("MIMETypeOfEncapsulatedDocument", "application/pdf").text("DocumentTitle", "Letter about " + secret).bytes("EncapsulatedDocument", VR.OB, ascii("%PDF-1.4\n% " + secret + "\n%%EOF\n"));
      case CDA -> a.text("MIMETypeOfEncapsulatedDocument", "text/XML").text("DocumentTitle", "Letter about " + secret).bytes("EncapsulatedDocument", VR.OB, ascii("<ClinicalDocument><name>" + secret + "</name></ClinicalDocument>"));
      case OTHER -> {}
    }
  }

  static byte[] bytes(Attributes a) {
    return a.dataSet().find(Tags.PIXEL_DATA).map(DataElement::value).map(v -> v instanceof Value.Bytes(var raw, _) ? raw.toArray() : new byte[0]).orElse(new byte[0]);
  }

  private static void pixels(Attributes a, int samples, int frames, int seed) {
    var bytes = new byte[SIZE * SIZE * samples * frames];
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (i * 31 + i / SIZE * 7 + seed);
    image(a, samples, samples == 1 ? "MONOCHROME2" : "RGB");
    if (samples == 3) a.shorts("PlanarConfiguration", 0);
    if (frames > 1) a.text("NumberOfFrames", Integer.toString(frames));
    a.bytes("PixelData", VR.OB, bytes);
  }

  private static void image(Attributes a, int samples, String photometric) {
    a.shorts("SamplesPerPixel", samples).text("PhotometricInterpretation", photometric).shorts("Rows", SIZE).shorts("Columns", SIZE).shorts("BitsAllocated", 8).shorts("BitsStored", 8)
        .shorts("HighBit", 7).shorts("PixelRepresentation", 0);
  }

  /// A grey JPEG (ISO/IEC 10918-1) of empty blocks, with a comment and an application segment that name somebody.
  private static void jpeg(Attributes a, String secret) {
    image(a, 1, "MONOCHROME2");
    a.text("LossyImageCompression", "01");
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
    segment(out, 0xE1, ascii("Exif\0\0" + secret));
    segment(out, 0xFE, ascii("taken of " + secret));
    var table = new byte[65];
    java.util.Arrays.fill(table, 1, 65, (byte) 1);
    segment(out, 0xDB, table);
    segment(out, 0xC0, new byte[] {8, 0, SIZE, 0, SIZE, 1, 1, 0x11, 0});
    for (int kind = 0; kind <= 0x10; kind += 0x10) {
      var codes = new byte[18];
      codes[0] = (byte) kind;
      codes[1] = 1; // one code of one bit
      segment(out, 0xC4, codes);
    }
    segment(out, 0xDA, new byte[] {1, 1, 0, 0, 63, 0});
    out.writeBytes(new byte[SIZE * SIZE / 64 * 2 / 8]);
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD9});
    if (out.size() % 2 == 1) out.write(0);
    a.element(new DataElement(Tags.PIXEL_DATA, VR.OB, new Value.Fragments(ByteSlice.EMPTY, List.of(ByteSlice.of(out.toByteArray())))));
  }

  private static void segment(ByteArrayOutputStream out, int marker, byte[] body) {
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, (byte) (body.length + 2 >> 8), (byte) (body.length + 2)});
    out.writeBytes(body);
  }

  private static void report(Attributes a, String secret) {
    a.text("CompletionFlag", "COMPLETE").text("VerificationFlag", "UNVERIFIED").text("ValueType", "CONTAINER").text("ContinuityOfContent", "SEPARATE")
        .code("ConceptNameCodeSequence", "18748-4", "LN", "Diagnostic imaging report")
        .items("ContentSequence", new Attributes().text("RelationshipType", "CONTAINS").text("ValueType", "TEXT").code("ConceptNameCodeSequence", "121071", "DCM", "Finding")
            .text("TextValue", secret + " was seen. No lesion.").dataSet(),
            new Attributes().text("RelationshipType", "HAS OBS CONTEXT").text("ValueType", "PNAME").code("ConceptNameCodeSequence", "121008", "DCM", "Person Observer Name")
                .text("PersonName", secret + "^Beobachtet").dataSet());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
