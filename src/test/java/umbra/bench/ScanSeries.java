package umbra.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.dict.Dictionary;
import umbra.dicom.write.DicomWriter;
import umbra.ocr.Drawing;
import umbra.pixel.render.Picture;

/// Two series of 512x512 as scanners make them, for the speed of the scan: no two slices are alike, text stands still, changes, or is not there.
final class ScanSeries {
  static final int SIDE = 512;
  /// One frame of the loop in so many is a repetition of the one before, as where a loop was frozen or frames were dropped.
  private static final int REPEATED = 10;

  private ScanSeries() {}

  /// CT slices of one frame and 16 bits: a body in air. Four of five bear a name and a date that stand still and a table position that changes.
  static Path slices(Path folder, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      var gray = body(i);
      if (i % 5 != 4) {
        gray.text("SAMPLE, EVA 19610407", 8, 8, 2, 255);
        gray.text("ST ELSEWHERE HOSPITAL", 8, 26, 2, 255);
        gray.text("IM " + (i + 1), 420, 8, 2, 255);
        gray.text("POS " + (1200 - 25 * i) / 10.0 + "MM", 8, 490, 2, 255);
      }
      var pixels = ByteBuffer.allocate(2 * SIDE * SIDE).order(ByteOrder.LITTLE_ENDIAN);
      for (int v : gray.gray()) pixels.putShort((short) (v * 400 / 255 - 160)); // 0 and 255 are the ends of the window
      var own = List.of(ascii("Modality", "CT"), ascii("WindowCenter", "40"), ascii("WindowWidth", "400"), DataElement.ofBytes(Tags.PIXEL_DATA, VR.OW, pixels.array()));
      write(folder, i, "1.2.840.10008.5.1.4.1.1.2", 16, own);
    }
    return folder;
  }

  /// One ultrasound loop of 8 bits: another speckle in the fan of every frame, values around it that stand still, a clock, and frames that repeat.
  static Path loop(Path folder, int frames) throws IOException {
    var pixels = new byte[frames * SIDE * SIDE];
    for (int f = 0; f < frames; f++) {
      int shown = f % REPEATED == REPEATED - 1 ? f - 1 : f;
      var gray = fan(shown);
      gray.text("SAMPLE, EVA", 8, 6, 2, 255);
      gray.text("MI 1.2 TIS 0.4", 330, 6, 2, 220);
      gray.text("GAIN 64", 8, 440, 2, 200);
      gray.text("10:41:" + (10 + shown / 25), 400, 490, 2, 230);
      var values = gray.gray();
      for (int i = 0; i < values.length; i++) pixels[f * SIDE * SIDE + i] = (byte) values[i];
    }
    write(folder, 0, "1.2.840.10008.5.1.4.1.1.3.1", 8, List.of(ascii("Modality", "US"), ascii("NumberOfFrames", "" + frames), DataElement.ofBytes(Tags.PIXEL_DATA, VR.OB, pixels)));
    return folder;
  }

  /// A screen of an ultrasound scanner in colour, 1024x768, on which no line was seen on another.
  static Picture screen(int number) {
    var gray = new Drawing(1024, 768, 0);
    speckle(gray, 1024, 768, number);
    gray.text("SAMPLE, EVA 1961040" + number, 12, 10, 2, 255);
    gray.text("ST ELSEWHERE HOSPITAL " + number, 620, 10, 2, 255);
    for (int i = 0; i < 8; i++) gray.text("FR " + (10 * i + number) + " HZ", 12, 120 + 40 * i, 2, 200);
    var argb = gray.picture().argb();
    for (int i = 0; i < argb.length; i++) if (i % 1024 > 500 && i % 1024 < 700) argb[i] &= 0xFFFF_C080; // flow
    return new Picture(1024, 768, argb);
  }

  private static Drawing body(int slice) {
    var gray = new Drawing(SIDE, SIDE, 0);
    var tissue = new Drawing(SIDE, SIDE, 0).tissue(slice, 60, 190).gray();
    double wide = 170 + 20 * Math.sin(slice / 40.0);
    double high = 130 + 15 * Math.cos(slice / 55.0);
    gray.set((x, y) -> {
      double r = Math.hypot((x - 256) / wide, (y - 260) / high);
      boolean isTable = y > 420 && y < 424 && Math.abs(x - 256) < 180;
      double spine = Math.hypot((x - 256) / 26.0, (y - 350) / 24.0);
      return spine < 1 ? 255 : r < 1 ? tissue[y * SIDE + x] : isTable ? 90 : 0;
    });
    return gray;
  }

  private static Drawing fan(int frame) {
    var gray = new Drawing(SIDE, SIDE, 0);
    speckle(gray, SIDE, SIDE, frame);
    return gray;
  }

  private static void speckle(Drawing gray, int width, int height, int seed) {
    var random = new SplittableRandom(seed);
    gray.set((x, y) -> {
      double dx = x - width / 2.0;
      double dy = y - 30;
      double r = Math.hypot(dx, dy);
      if (dy < 0 || r > height - 80 || Math.abs(dx) > 0.8 * dy) return 0;
      double echo = 90 + 60 * Math.sin(r / 23 + seed / 9.0) * Math.sin(3 * Math.atan2(dx, dy) + seed / 17.0);
      return Math.clamp((int) (echo * Math.sqrt(-2 * Math.log(1 - 0.98 * random.nextDouble())) * 0.7), 0, 255);
    });
  }

  private static void write(Path folder, int index, String sopClass, int bits, List<DataElement> own) throws IOException {
    Files.createDirectories(folder);
    var elements = new ArrayList<>(own);
    elements.addAll(List.of(ascii("SOPClassUID", sopClass), ascii("SOPInstanceUID", "2.25.6" + index), ascii("StudyInstanceUID", "2.25.61"), ascii("SeriesInstanceUID", "2.25.62" + bits),
        ascii("PatientID", "S1"), ascii("PatientName", "Sample^Eva"), ascii("InstanceNumber", "" + (index + 1)), ascii("PhotometricInterpretation", "MONOCHROME2")));
    for (int[] us : new int[][] {{0x0002, 1}, {0x0010, SIDE}, {0x0011, SIDE}, {0x0100, bits}, {0x0101, bits}, {0x0102, bits - 1}, {0x0103, bits == 16 ? 1 : 0}}) {
      elements.add(DataElement.ofBytes(Tag.of(0x0028, us[0]), VR.US, ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) us[1]).array()));
    }
    new DicomWriter().write(DicomWriter.newFile(DataSet.of(elements.toArray(DataElement[]::new)), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), folder.resolve("i%04d.dcm".formatted(index)));
  }

  private static DataElement ascii(String keyword, String value) {
    var tag = Dictionary.standard().ofKeyword(keyword).orElseThrow();
    return DataElement.ofAscii(tag, Dictionary.standard().implicitVr(tag.packed()), value);
  }
}
