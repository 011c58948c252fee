package umbra.dicom.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umbra.dicom.read.LayoutTest.kinds;
import static umbra.dicom.read.LayoutTest.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import umbra.dicom.DicomFormatException;
import umbra.dicom.LimitException;
import umbra.dicom.ReadNote.Kind;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.VR;
import umbra.dicom.Value;

/// What careless writers leave behind: read, noted with its place, and refused where the options say so.
class LeniencyTest {
  private static Bytes start() {
    return Bytes.file("1.2.840.10008.1.2.1").explicit("0008,0060", "CS", "CT");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(Kind.ODD_LENGTH, start().explicit("0010,0010", "PN", new byte[] {'A', 'B', 'C'}).explicit("0010,0020", "LO", "ID")),
        Arguments.of(Kind.GROUP_LENGTH, start().explicit("0010,0000", "UL", new byte[4])),
        Arguments.of(Kind.ORDER, start().explicit("0010,0020", "LO", "ID").explicit("0008,0070", "LO", "X ")),
        Arguments.of(Kind.DUPLICATE, start().explicit("0010,0020", "LO", "ID").explicit("0010,0020", "LO", "I2")),
        Arguments.of(Kind.VR_MISMATCH, start().explicit("0010,0010", "LO", "AB")),
        Arguments.of(Kind.UNKNOWN_VR, start().tag("0010,0010").ascii("??").n16(2).ascii("AB").explicit("0010,0020", "LO", "ID")),
        Arguments.of(Kind.LENGTH_FORM, start().tag("0040,A160").ascii("UT").n16(2).ascii("AB").explicit("0040,A161", "LO", "ID")),
        Arguments.of(Kind.LENGTH_FORM, start().tag("0010,0010").ascii("PN").n16(0).n32(2).ascii("AB").explicit("0010,0020", "LO", "ID")),
        Arguments.of(Kind.SYNTAX_CHANGE, start().implicit("0010,0010", "AB").explicit("0010,0020", "LO", "ID")),
        Arguments.of(Kind.STRAY_DELIMITER, start().sequenceEnd().explicit("0010,0020", "LO", "ID")),
        Arguments.of(Kind.VALUE_TRUNCATED, start().explicitHeader("0010,0010", "PN", 100).ascii("AB")),
        Arguments.of(Kind.TRAILING_BYTES, start().raw(new byte[20])),
        Arguments.of(Kind.TRAILING_PADDING, start().explicit("FFFC,FFFC", "OB", new byte[8])),
        Arguments.of(Kind.NOT_AN_ELEMENT, start().hex("0900 0100 FF01 FFFF FFFF FFFF FFFF FFFF")),
        Arguments.of(Kind.SEQUENCE_IN_UN, start().explicitHeader("0008,1140", "UN", -1)
            .undefinedItem(Bytes.little().implicit("0008,1155", "1.2 ").toArray()).sequenceEnd()),
        Arguments.of(Kind.SEQUENCE_IN_UN, start().explicit("0008,1140", "UN",
            Bytes.little().item(Bytes.little().implicit("0008,1155", "1.2 ").toArray()).toArray())),
        Arguments.of(Kind.MISSING_DELIMITER, start().explicitHeader("0008,1140", "SQ", -1)
            .item(Bytes.little().explicit("0008,1155", "UI", "1.2").toArray()).explicit("0010,0020", "LO", "ID")),
        Arguments.of(Kind.DELIMITER_LENGTH, start().explicitHeader("0008,1140", "SQ", -1)
            .item(Bytes.little().explicit("0008,1155", "UI", "1.2").toArray()).header("FFFE,E0DD", 7).explicit("0010,0020", "LO", "ID")),
        Arguments.of(Kind.SEQUENCE_OVERRUN, start().explicitHeader("0008,1140", "SQ", 20).header("FFFE,E000", 40)
            .explicit("0008,1155", "UI", "1.2").explicit("0010,0020", "LO", "ID")));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isNotedByDefaultAndRefusedByOption(Kind kind, Bytes bytes) throws Exception {
    var file = read(bytes);

    assertTrue(kinds(file).contains(kind), () -> "noted: " + file.notes());
    assertEquals(Optional.of("CT"), file.dataSet().text(Tags.MODALITY));
    var refusing = ReadOptions.LENIENT.refusing(Set.of(kind));
    assertThrows(DicomFormatException.class, () -> new DicomReader(refusing).read(bytes.source()));
  }

  @Test
  void undefinedLengthOfAnotherVrIsASequence() throws Exception {
    var file = read(start().explicitHeader("0008,1140", "UT", -1).item(Bytes.little().explicit("0008,1155", "UI", "1.2").toArray()).sequenceEnd());

    assertEquals(List.of(Kind.VR_MISMATCH, Kind.UNDEFINED_LENGTH), kinds(file));
    assertEquals(1, file.dataSet().items(Tag.parse("0008,1140")).size());
  }

  @Test
  void notesNameOffsetAndPath() throws Exception {
    var file = read(start().explicit("0008,1140", "SQ", Bytes.little().item(Bytes.little().explicit("0010,0010", "PN", new byte[] {'A', 'B', 'C'}).explicit("0010,0020", "LO", "ID").toArray()).toArray()));

    var note = file.notes().getFirst();
    assertEquals("(0008,1140)[0].(0010,0010)", note.path().orElseThrow().toString());
    assertEquals(new String(file.source().view(note.offset() + 8, 3).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE)), "ABC");
  }

  @Test
  void oddLengthWithAnUncountedPadByteIsFollowed() throws Exception {
    var file = read(start().explicit("0010,0010", "PN", new byte[] {'A', 'B', 'C'}).ascii(" ").explicit("0010,0020", "LO", "ID"));

    assertEquals(Optional.of("ID"), file.dataSet().text(Tags.PATIENT_ID));
  }

  @Test
  void sequencesNestSixtyFourDeepAndMore() throws Exception {
    var content = Bytes.little().explicit("0010,0020", "LO", "ID").toArray();
    for (int i = 0; i < 200; i++) content = Bytes.little().explicitHeader("0008,1140", "SQ", -1).undefinedItem(content).sequenceEnd().toArray();

    var dataSet = read(start().raw(content)).dataSet();

    for (int i = 0; i < 200; i++) dataSet = dataSet.items(Tag.parse("0008,1140")).getFirst();
    assertEquals(Optional.of("ID"), dataSet.text(Tags.PATIENT_ID));
  }

  @Test
  void nestingBeyondTheLimitIsALimitError() {
    var content = new byte[0];
    for (int i = 0; i < 300; i++) content = Bytes.little().explicitHeader("0008,1140", "SQ", -1).undefinedItem(content).sequenceEnd().toArray();
    var bytes = start().raw(content);

    assertThrows(LimitException.class, () -> read(bytes));
  }

  @Test
  void moreElementsThanTheLimitIsALimitError() {
    var few = new ReadOptions(Set.of(), false, 10, 3, 100, 10);
    var bytes = start().explicit("0010,0020", "LO", "ID").explicit("0010,0030", "DA", "");

    assertThrows(LimitException.class, () -> new DicomReader(few).read(bytes.source()));
  }

  @Test
  void inflatingBeyondTheLimitIsALimitError() {
    var few = new ReadOptions(Set.of(), false, 10, 100, 1000, 10);
    var bytes = Bytes.file("1.2.840.10008.1.2.1.99").raw(Bytes.deflated(new byte[100_000]));

    assertThrows(LimitException.class, () -> new DicomReader(few).read(bytes.source()));
  }

  @Test
  void sequenceOfBytesThatAreNoItemsIsKeptAsBytes() throws Exception {
    var file = read(start().explicit("0008,1140", "SQ", "no items here at all").explicit("0010,0020", "LO", "ID"));

    var element = file.dataSet().find(Tag.parse("0008,1140")).orElseThrow();
    assertEquals(VR.UN, element.vr());
    assertEquals(20, element.value().size());
    assertEquals(Optional.of("ID"), file.dataSet().text(Tags.PATIENT_ID));
  }

  @Test
  void fragmentsAreTakenByTheirLengthWhateverTheyHold() throws Exception {
    var inside = Bytes.little().sequenceEnd().toArray();
    var file = read(Bytes.file("1.2.840.10008.1.2.4.90").explicit("0008,0060", "CS", "CT").explicitHeader("7FE0,0010", "OB", -1)
        .item(new byte[0]).item(inside).item(new byte[] {1, 2}).sequenceEnd());

    var fragments = (Value.Fragments) file.dataSet().find(Tags.PIXEL_DATA).orElseThrow().value();
    assertEquals(2, fragments.rest().size());
    assertArrayEquals(inside, fragments.rest().getFirst().toArray());
    assertEquals(List.of(), file.notes());
  }

  @Test
  void emptyOneByteAndForeignFilesAreMalformed() {
    assertEquals("empty file", assertThrows(DicomFormatException.class, () -> read(Bytes.little())).reason());
    assertThrows(DicomFormatException.class, () -> read(Bytes.little().ascii("x")));
    assertThrows(DicomFormatException.class, () -> read(Bytes.little().ascii("%PDF-1.7 and so on and so forth, no DICOM at all")));
  }
}
