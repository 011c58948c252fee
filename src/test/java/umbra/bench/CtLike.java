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
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.dict.Dictionary;
import umbra.dicom.write.DicomWriter;

/// A folder of CT-like files of 512x512x16 with headers of about 120 elements, private ones and Sequences among them.
final class CtLike {
  private CtLike() {}

  /// Makes what is missing of so many files, and returns the folder.
  static Path folder(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < count; i++) {
      var path = folder.resolve(String.format("ct%05d.dcm", i));
      if (!Files.exists(path)) new DicomWriter().write(DicomWriter.newFile(dataSet(i), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), path);
    }
    return folder;
  }

  /// Small files for benches of many: the same header with 8x8 pixels, 500 in a folder, written without waiting for the disk.
  static Path small(Path folder, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      var path = folder.resolve("s%03d".formatted(i / 500)).resolve("ct%06d.dcm".formatted(i));
      if (Files.exists(path)) continue;
      Files.createDirectories(path.getParent());
      try (var out = java.nio.channels.FileChannel.open(path, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE)) {
        new DicomWriter().write(DicomWriter.newFile(dataSet(i, 8), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), out);
      }
    }
    return folder;
  }

  private static DataSet dataSet(int index) {
    return dataSet(index, 512);
  }

  private static DataSet dataSet(int index, int side) {
    var random = new SplittableRandom(index);
    var elements = new ArrayList<DataElement>();
    text(elements, "SOPClassUID", "1.2.840.10008.5.1.4.1.1.2");
    text(elements, "SOPInstanceUID", "2.25.7" + index);
    text(elements, "StudyInstanceUID", "2.25.8" + index / 500);
    text(elements, "SeriesInstanceUID", "2.25.9" + index / 250);
    text(elements, "Modality", "CT");
    text(elements, "PatientName", "Bench^Number" + index / 500);
    text(elements, "PatientID", "B" + index / 500);
    // as many plain text attributes as a scanner writes
    var fillers = Dictionary.standard().entries().filter(e -> !e.retired() && !e.pattern().contains("x") && e.vm().equals("1"))
        .filter(e -> e.pattern().startsWith("0018") || e.pattern().startsWith("0020") || e.pattern().startsWith("0040"))
        .filter(e -> e.vrs().equals(List.of(VR.DS)) || e.vrs().equals(List.of(VR.LO)) || e.vrs().equals(List.of(VR.CS)) || e.vrs().equals(List.of(VR.DA))).limit(85).toList();
    for (var e : fillers) {
      elements.add(DataElement.ofAscii(Tag.parse(e.pattern()), e.vrs().getFirst(), switch (e.vrs().getFirst()) {
        case DS -> Integer.toString(random.nextInt(1000));
        case DA -> "20250102";
        default -> "VALUE";
      }));
    }
    var code = DataSet.of(element("CodeValue", "1234"), element("CodingSchemeDesignator", "99BENCH"), element("CodeMeaning", "Meaning"));
    elements.add(DataElement.ofItems(Dictionary.standard().ofKeyword("ProcedureCodeSequence").orElseThrow(), List.of(code)));
    elements.add(DataElement.ofItems(Dictionary.standard().ofKeyword("RequestAttributesSequence").orElseThrow(), List.of(DataSet.of(element("ScheduledProcedureStepID", "1")))));
    elements.add(DataElement.ofAscii(Tag.of(0x0019, 0x0010), VR.LO, "GEMS_ACQU_01"));
    for (int i = 0; i < 12; i++) elements.add(DataElement.ofAscii(Tag.of(0x0019, 0x1002 + i), VR.DS, "1.5"));
    for (var us : new int[][] {{0x0002, 1}, {0x0010, side}, {0x0011, side}, {0x0100, 16}, {0x0101, 16}, {0x0102, 15}, {0x0103, 1}}) {
      elements.add(DataElement.ofBytes(Tag.of(0x0028, us[0]), VR.US, ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) us[1]).array()));
    }
    text(elements, "PhotometricInterpretation", "MONOCHROME2");
    var pixels = new byte[side * side * 2];
    random.nextBytes(pixels);
    elements.add(DataElement.ofBytes(umbra.dicom.Tags.PIXEL_DATA, VR.OW, pixels));
    return DataSet.of(elements.toArray(DataElement[]::new));
  }

  private static DataElement element(String keyword, String value) {
    var tag = Dictionary.standard().ofKeyword(keyword).orElseThrow();
    return DataElement.ofAscii(tag, Dictionary.standard().implicitVr(tag.packed()), value);
  }

  private static void text(List<DataElement> elements, String keyword, String value) {
    elements.add(element(keyword, value));
  }
}
