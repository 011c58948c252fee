package umbra.dicom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFile;
import umbra.dicom.ReadNote;
import umbra.dicom.ReadNote.Kind;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.Value;

/// The layouts of PS3.5 7 and Annex A, each told from the others.
class LayoutTest {
  private static final String EXPLICIT = "1.2.840.10008.1.2.1";
  private static final String IMPLICIT = "1.2.840.10008.1.2";
  private static final String BIG = "1.2.840.10008.1.2.2";
  private static final String DEFLATED = "1.2.840.10008.1.2.1.99";

  static DicomFile read(Bytes bytes) throws DicomException {
    return new DicomReader(ReadOptions.LENIENT).read(bytes.source());
  }

  static List<Kind> kinds(DicomFile file) {
    return file.notes().stream().map(ReadNote::kind).toList();
  }

  private static Bytes explicitBody(Bytes bytes) {
    return bytes.explicit("0008,0060", "CS", "CT").explicit("0010,0010", "PN", "Planted^Name").explicit("0028,0010", "US", new byte[] {2, 0});
  }

  private static void assertBody(DicomFile file) {
    assertEquals(Optional.of("CT"), file.dataSet().text(Tags.MODALITY));
    assertEquals(Optional.of("Planted^Name"), file.dataSet().text(Tags.PATIENT_NAME));
    assertEquals(2, file.dataSet().integer(Tags.ROWS).orElseThrow());
  }

  @Test
  void explicitLittleEndianIsReadWithoutANote() throws Exception {
    var file = read(explicitBody(Bytes.file(EXPLICIT)));

    assertBody(file);
    assertEquals(List.of(), file.notes());
    assertEquals(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, file.transferSyntax());
  }

  @Test
  void implicitTakesTheVrFromTheDictionary() throws Exception {
    var file = read(Bytes.file(IMPLICIT).implicit("0008,0060", "CT").implicit("0010,0010", "Planted^Name").implicit("0028,0010", new byte[] {2, 0}));

    assertBody(file);
    assertEquals(VR.PN, file.dataSet().find(Tags.PATIENT_NAME).orElseThrow().vr());
  }

  @Test
  void bigEndianNumbersAreSwapped() throws Exception {
    var body = Bytes.big().explicit("0008,0060", "CS", "CT").explicit("0010,0010", "PN", "Planted^Name").explicit("0028,0010", "US", new byte[] {0, 2});

    assertBody(read(Bytes.file(BIG).raw(body.toArray())));
  }

  @Test
  void deflatedDataSetIsInflated() throws Exception {
    var file = read(Bytes.file(DEFLATED).raw(Bytes.deflated(explicitBody(Bytes.little()).toArray())));

    assertBody(file);
  }

  @Test
  void cutDeflatedStreamIsNotedAndKeepsWhatCouldBeInflated() throws Exception {
    var deflated = Bytes.deflated(explicitBody(Bytes.little()).explicit("0040,A160", "UT", "x".repeat(5000)).toArray());

    var file = read(Bytes.file(DEFLATED).raw(java.util.Arrays.copyOf(deflated, deflated.length - 4)));

    assertBody(file);
    assertTrue(kinds(file).contains(Kind.DEFLATE_DAMAGED));
  }

  @Test
  void statedImplicitButExplicitIsReadAsItIs() throws Exception {
    var file = read(explicitBody(Bytes.file(IMPLICIT)));

    assertBody(file);
    assertEquals(List.of(Kind.WRONG_TRANSFER_SYNTAX), kinds(file));
    assertEquals(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, file.transferSyntax());
  }

  @Test
  void noPreambleAndNoFileMetaAreNoted() throws Exception {
    var file = read(explicitBody(Bytes.little()));

    assertBody(file);
    assertEquals(List.of(Kind.NO_PREAMBLE, Kind.NO_FILE_META), kinds(file));
  }

  @Test
  void bigEndianWithoutFileMetaIsRecognised() throws Exception {
    var file = read(Bytes.big().explicit("0008,0060", "CS", "CT").explicit("0010,0010", "PN", "Planted^Name").explicit("0028,0010", "US", new byte[] {0, 2}));

    assertBody(file);
    assertEquals(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN, file.transferSyntax());
  }

  @Test
  void wrongFileMetaLengthIsNotedAndTheGroupEndsWhereItEnds() throws Exception {
    var bytes = Bytes.little().raw(new byte[128]).ascii("DICM").explicit("0002,0000", "UL", Bytes.u32(4)).explicit("0002,0010", "UI", EXPLICIT);

    var file = read(explicitBody(bytes));

    assertBody(file);
    assertEquals(List.of(Kind.FILE_META_LENGTH), kinds(file));
  }

  @Test
  void commandGroupLeftoversAreKeptAndNoted() throws Exception {
    var file = read(explicitBody(Bytes.file(EXPLICIT).explicit("0000,0002", "UI", "1.2.3")));

    assertBody(file);
    assertEquals(List.of(Kind.COMMAND_GROUP), kinds(file));
    assertTrue(file.dataSet().contains(Tag.parse("0000,0002")));
  }

  @Test
  void pixelDataOfDefinedLengthIsASliceOfTheFile() throws Exception {
    var file = read(explicitBody(Bytes.file(EXPLICIT)).explicit("7FE0,0010", "OW", new byte[] {1, 2, 3, 4}));

    var value = (Value.Bytes) file.dataSet().find(Tags.PIXEL_DATA).orElseThrow().value();
    assertEquals(file.source(), value.raw().source());
    assertEquals(4, value.raw().length());
  }

  @Test
  void headerReadingStopsBeforePixelDataAndOutlivesTheFile(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) throws Exception {
    var path = folder.resolve("one.dcm");
    java.nio.file.Files.write(path, explicitBody(Bytes.file(EXPLICIT)).explicit("7FE0,0010", "OW", new byte[1 << 20]).toArray());

    var file = new DicomReader(ReadOptions.LENIENT).readHeader(path);

    assertBody(file);
    assertEquals(12 + (1 << 20), file.trailing().length());
  }
}
