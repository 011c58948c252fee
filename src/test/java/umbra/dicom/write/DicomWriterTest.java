package umbra.dicom.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.dicom.ReadNote;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.dicom.read.Bytes;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.io.ByteSource;

class DicomWriterTest {
  private static final Tag SEQUENCE = Tag.parse("0008,1140");
  private static final Tag REFERENCED = Tag.parse("0008,1155");

  static byte[] write(DicomFile file) throws IOException {
    var out = new ByteArrayOutputStream();
    new DicomWriter().write(file, Channels.newChannel(out));
    return out.toByteArray();
  }

  static DicomFile read(byte[] bytes) throws IOException {
    return new DicomReader(ReadOptions.LENIENT).read(ByteSource.of(bytes));
  }

  /// A file with one of everything that a writer could be tempted to tidy up.
  private static Bytes untidy() {
    var item = Bytes.little().explicit("0008,1150", "UI", "1.2.3").explicit("0008,1155", "UI", "1.2.3.4").toArray();
    return Bytes.file("1.2.840.10008.1.2.1")
        .explicit("0008,0000", "UL", new byte[] {1, 2, 3, 4})
        .explicit("0008,0060", "CS", "CT")
        .explicitHeader("0008,1140", "SQ", -1).undefinedItem(item).item(item).sequenceEnd()
        .explicit("0009,0010", "LO", "SOMEBODY")
        .explicit("0009,1001", "UN", new byte[] {9, 8, 7})
        .explicit("0010,0010", "PN", "A^B")
        .explicit("0010,0020", "XX", "ID")
        .raw(new byte[30]);
  }

  @Test
  void aFileNobodyTouchedIsTheSameFile() throws IOException {
    var bytes = untidy().toArray();

    assertArrayEquals(bytes, write(read(bytes)));
  }

  @Test
  void elementsNobodyTouchedAreTheSameBytesWhenAnotherChanges() throws IOException {
    var bytes = untidy().toArray();
    var file = read(bytes);

    var changed = write(file.withDataSet(file.dataSet().with(DataElement.ofAscii(Tags.PATIENT_NAME, VR.PN, "C^D"))));

    int at = indexOf(bytes, "A^B");
    bytes[at] = 'C';
    bytes[at + 2] = 'D';
    assertArrayEquals(bytes, changed);
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
  }

  @Test
  void aChangeInsideAnItemKeepsTheStyleOfItsSequence() throws IOException {
    var file = read(untidy().toArray());
    var sequence = file.dataSet().find(SEQUENCE).orElseThrow();
    var items = sequence.items();
    var item = items.getFirst().with(DataElement.ofAscii(REFERENCED, VR.UI, "1.2.3.4.5.6.7.8"));

    var changed = write(file.withDataSet(file.dataSet().with(sequence.withValue(new Value.Items(List.of(item, items.get(1)))))));

    var again = read(changed);
    var written = again.dataSet().find(SEQUENCE).orElseThrow();
    assertTrue(written.encoded().undefinedLength());
    assertTrue(written.items().getFirst().encoded().undefinedLength());
    assertEquals(Optional.of("1.2.3.4.5.6.7.8"), written.items().getFirst().text(REFERENCED));
    assertTrue(items.get(1).encoded().whole().sameBytes(written.items().get(1).encoded().whole()));
  }

  @Test
  void definedLengthsOfEnclosingSequencesGrowWithTheirContent() throws IOException {
    var inner = Bytes.little().explicit("0010,0020", "LO", "ID").toArray();
    for (int i = 0; i < 5; i++) inner = Bytes.little().explicit("0008,1140", "SQ", Bytes.little().item(inner).toArray()).toArray();
    var file = read(Bytes.file("1.2.840.10008.1.2.1").raw(inner).explicit("0010,0010", "PN", "A^B").toArray());

    var again = read(write(file.withDataSet(replaceInnermost(file.dataSet()))));

    assertEquals(List.of(), again.notes());
    assertEquals(Optional.of("A^B"), again.dataSet().text(Tags.PATIENT_NAME));
    var dataSet = again.dataSet();
    for (int i = 0; i < 5; i++) dataSet = dataSet.items(SEQUENCE).getFirst();
    assertEquals(Optional.of("LONGER THAN BEFORE"), dataSet.text(Tags.PATIENT_ID));
  }

  private static DataSet replaceInnermost(DataSet dataSet) {
    var sequence = dataSet.find(SEQUENCE);
    if (sequence.isEmpty()) return dataSet.with(DataElement.ofAscii(Tags.PATIENT_ID, VR.LO, "LONGER THAN BEFORE"));
    return dataSet.with(sequence.get().withValue(new Value.Items(List.of(replaceInnermost(sequence.get().items().getFirst())))));
  }

  @Test
  void groupLengthOfAChangedGroupComesRightAndThatOfAnotherStaysWrong() throws IOException {
    var file = read(Bytes.file("1.2.840.10008.1.2.1")
        .explicit("0008,0000", "UL", new byte[] {1, 1, 1, 1}).explicit("0008,0060", "CS", "CT")
        .explicit("0010,0000", "UL", new byte[] {2, 2, 2, 2}).explicit("0010,0010", "PN", "A^B").explicit("0010,0020", "LO", "ID")
        .explicit("0020,0010", "SH", "ST").toArray());

    var again = read(write(file.withDataSet(file.dataSet().without(Tags.PATIENT_ID))));

    assertEquals(0x01010101, again.dataSet().integer(Tag.parse("0008,0000")).orElseThrow());
    assertEquals(12, again.dataSet().integer(Tag.parse("0010,0000")).orElseThrow());
  }

  @Test
  void explicitToImplicitAndBigEndianAndBackIsTheSameDataSet() throws IOException {
    var file = read(Bytes.file("1.2.840.10008.1.2.1").explicit("0008,0060", "CS", "CT")
        .explicit("0008,1140", "SQ", Bytes.little().item(Bytes.little().explicit("0008,1155", "UI", "1.2.3").toArray()).toArray())
        .explicit("0028,0009", "AT", new byte[] {0x18, 0, 0x63, 0x10}).explicit("0028,0010", "US", new byte[] {1, 2})
        .explicit("7FE0,0010", "OW", new byte[] {1, 2, 3, 4}).toArray());

    for (var syntax : List.of(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN)) {
      var there = read(write(file.withTransferSyntax(syntax)));
      assertEquals(List.of(), there.notes(), syntax.title());
      assertEquals(syntax, there.transferSyntax());
      assertEquals(0x0201, there.dataSet().integer(Tags.ROWS).orElseThrow());

      var back = write(there.withTransferSyntax(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
      assertArrayEquals(write(file), back, syntax.title());
    }
  }

  @Test
  void fragmentsAreWrittenWithEvenLengthsAndADelimiter() throws IOException {
    var pixels = new Value.Fragments(umbra.io.ByteSlice.EMPTY, List.of(umbra.io.ByteSlice.of(new byte[] {1, 2, 3}), umbra.io.ByteSlice.of(new byte[] {4, 5})));
    var file = DicomWriter.newFile(DataSet.of(new DataElement(Tags.PIXEL_DATA, VR.OB, pixels)), TransferSyntax.RLE_LOSSLESS);

    var again = read(write(file));

    var fragments = (Value.Fragments) again.dataSet().find(Tags.PIXEL_DATA).orElseThrow().value();
    assertArrayEquals(new byte[] {1, 2, 3, 0}, fragments.rest().getFirst().toArray());
    assertEquals(List.of(), again.notes());
  }

  @Test
  void aNewFileIsReadWithoutANote() throws IOException {
    var item = DataSet.of(DataElement.ofAscii(REFERENCED, VR.UI, "1.2.3"));
    var dataSet = DataSet.of(DataElement.ofAscii(Tags.SOP_CLASS_UID, VR.UI, "1.2.840.10008.5.1.4.1.1.7"),
        DataElement.ofAscii(Tags.SOP_INSTANCE_UID, VR.UI, "2.25.1"), DataElement.ofItems(SEQUENCE, List.of(item, item)));

    var again = read(write(DicomWriter.newFile(dataSet, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN)));

    assertEquals(List.of(), again.notes().stream().map(ReadNote::kind).toList());
    assertEquals(Optional.of("2.25.1"), again.fileMeta().text(Tags.MEDIA_STORAGE_SOP_INSTANCE_UID));
    assertEquals(2, again.dataSet().items(SEQUENCE).size());
  }

  @Test
  void aValueTooLongForItsVrGoesAsUn() throws IOException {
    var file = DicomWriter.newFile(DataSet.of(DataElement.ofAscii(Tag.parse("0008,0081"), VR.ST, "x".repeat(70_000))), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

    var again = read(write(file));

    assertEquals(70_000, again.dataSet().text(Tag.parse("0008,0081")).orElseThrow().length());
  }
}
