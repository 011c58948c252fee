package umbra.workspace.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.io.ByteSlice;
import umbra.io.ByteSource;
import umbra.object.ObjectText;
import umbra.object.document.EncapsulatedDocument;
import umbra.ocr.Box;
import umbra.ocr.Effort;
import umbra.ocr.OcrResult;
import umbra.ocr.TextBox;
import umbra.ocr.TextFinder;
import umbra.ocr.Workers;
import umbra.pixel.Checkpoint;
import umbra.pixel.render.Picture;

class PosterScanTest {
  /// Takes all that is black for one text, and remembers how large the pictures were.
  private record Blackness(List<Integer> sides) implements TextFinder {
    @Override
    public OcrResult find(Picture picture, Effort effort, Workers workers, Checkpoint checkpoint) {
      sides.add(Math.max(picture.width(), picture.height()));
      int left = picture.width();
      int top = picture.height();
      int right = 0;
      int bottom = 0;
      for (int y = 0; y < picture.height(); y++) {
        for (int x = 0; x < picture.width(); x++) {
          if (picture.argb()[y * picture.width() + x] != 0xFF000000) continue;
          left = Math.min(left, x);
          top = Math.min(top, y);
          right = Math.max(right, x + 1);
          bottom = Math.max(bottom, y + 1);
        }
      }
      if (left >= right) return new OcrResult.Texts(List.of());
      return new OcrResult.Texts(List.of(new TextBox(Box.between(left, top, right, bottom), "DOE", "", 1, 1, 1, 1, 0)));
    }

    @Override
    public String version() {
      return "blackness";
    }
  }

  /// A page of 200 x 10 inches, the widest there is, with black rectangles.
  ///
  /// @param boxes x, y, width, height in points from the upper left corner
  private static byte[] poster(int[]... boxes) throws Exception {
    try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
      var page = new PDPage(new PDRectangle(14_400, 720));
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        for (int[] b : boxes) {
          content.addRect(b[0], 720 - b[1] - b[3], b[2], b[3]);
          content.fill();
        }
      }
      document.save(out);
      return out.toByteArray();
    }
  }

  private static DicomFile file(byte[] pdf) {
    var dataSet = DataSet.of(DataElement.ofBytes(EncapsulatedDocument.DOCUMENT, VR.OB, pdf));
    return new DicomFile(ByteSource.of(new byte[0]), ByteSlice.EMPTY, DataSet.EMPTY, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, dataSet, ByteSlice.EMPTY, ByteSlice.EMPTY, List.of());
  }

  @Test
  void aSmallTextFarOutOnAPosterIsFoundOnceWhereItIsAt150DotsPerInch() throws Exception {
    var finder = new Blackness(new ArrayList<>());
    // The first lies where the first two tiles overlap: 1440 points are 3000 pixels.
    var sight = new ObjectScan(new ObjectText(List.of()), finder).look(file(poster(new int[] {1344, 48, 24, 6}, new int[] {14_352, 672, 24, 6})), Checkpoint.NONE);

    assertEquals(List.of(), sight.failures());
    assertEquals(List.of(new Box(2800, 100, 50, 12), new Box(29_900, 1400, 50, 12)), sight.texts().stream().map(s -> s.text().box()).toList());
    assertTrue(finder.sides().stream().allMatch(s -> s <= 3072), "no picture is larger than a tile");
  }
}
