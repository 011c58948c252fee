package umbra.workspace.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.dict.Dictionary;
import umbra.dicom.write.DicomWriter;

/// A tiny DICOM file for tests of importing: a header, and a pixel or two if wanted.
public record Sample(List<DataElement> elements) {

  public static Sample of(String patientId, String study, String series, String instance) {
    return new Sample(List.of())
        .with("SOPClassUID", "1.2.840.10008.5.1.4.1.1.7").with("SOPInstanceUID", instance).with("Modality", "OT")
        .with("PatientID", patientId).with("PatientName", "Sample^" + patientId).with("PatientBirthDate", "19700101").with("PatientSex", "O")
        .with("StudyInstanceUID", study).with("StudyDate", "20200102").with("SeriesInstanceUID", series);
  }

  /// The value of a text attribute, instead of the one before.
  public Sample with(String keyword, String value) {
    var tag = Dictionary.standard().ofKeyword(keyword).orElseThrow();
    return with(DataElement.ofAscii(tag, Dictionary.standard().implicitVr(tag.packed()), value));
  }

  public Sample with(DataElement element) {
    var changed = new ArrayList<>(elements);
    changed.removeIf(e -> e.tag().equals(element.tag()));
    changed.add(element);
    return new Sample(changed);
  }

  public Sample without(String keyword) {
    var tag = Dictionary.standard().ofKeyword(keyword).orElseThrow();
    return new Sample(elements.stream().filter(e -> !e.tag().equals(tag)).toList());
  }

  public Sample withPixels(byte... pixels) {
    return withNumber(0x0002, 1).with("PhotometricInterpretation", "MONOCHROME2").withNumber(0x0010, 1).withNumber(0x0011, pixels.length).withNumber(0x0100, 8).withNumber(0x0101, 8)
        .withNumber(0x0102, 7).withNumber(0x0103, 0).with(DataElement.ofBytes(Tag.of(0x7FE0, 0x0010), VR.OB, pixels));
  }

  /// @param element of group 0028
  public Sample withNumber(int element, int value) {
    return with(DataElement.ofBytes(Tag.of(0x0028, element), VR.US, new byte[] {(byte) value, (byte) (value >> 8)}));
  }

  public byte[] bytes() {
    var out = new ByteArrayOutputStream();
    try {
      new DicomWriter().write(DicomWriter.newFile(DataSet.of(elements.toArray(DataElement[]::new)), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), Channels.newChannel(out));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  public Path write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return Files.write(file, bytes());
  }

  /// A ZIP archive of names and contents in turn.
  public static byte[] zip(Object... namesAndContents) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        zip.write((byte[]) namesAndContents[i + 1]);
      }
    }
    return out.toByteArray();
  }
}
