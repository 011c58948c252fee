package umbra.workspace.header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.dicom.text.CharacterSets;

class ElementTextTest {
  private static final CharacterSets ASCII = CharacterSets.DEFAULT;

  @ParameterizedTest
  @CsvSource({"DA,20260103,Sat 3 Jan 2026", "DA,20261303,not a date", "TM,0709,07:09", "DT,20260103101530+0100,Sat 3 Jan 2026 10:15:30 +0100", "AS,018M,18 months",
    "DT,202601,2026-01"})
  void datesTimesAndAgesAreReadable(VR vr, String value, String gloss) {
    assertEquals(Optional.of(gloss), Gloss.of(DataElement.ofAscii(Tag.of(0x0008, 0x0020), vr, value), ASCII));
  }

  @Test
  void codedEntriesStandInOneLine() {
    var code = DataSet.of(Samples.text(0x0008, 0x0100, VR.SH, "T-D1100"), Samples.text(0x0008, 0x0102, VR.SH, "SRT"), Samples.text(0x0008, 0x0104, VR.LO, "Head"));

    assertEquals(Optional.of("Head (SRT T-D1100)"), Gloss.of(DataElement.ofItems(Tag.of(0x0008, 0x2218), List.of(code)), ASCII));
  }

  @Test
  void uidsHaveTheirNames() {
    assertEquals("1.2.840.10008.1.2.1 = Explicit VR Little Endian", ElementText.value(Samples.text(0x0002, 0x0010, VR.UI, "1.2.840.10008.1.2.1"), ASCII));
  }

  @Test
  void privateElementsHaveTheirCreatorAndName() {
    var dataSet = Samples.patient();

    assertEquals("Suite id [GEMS_IDEN_01]".toLowerCase(), ElementText.name(dataSet, Tag.of(0x0009, 0x1002)).toLowerCase());
  }

  @Test
  void ofAValueOfMegabytesOnlyTheStartIsDecoded() {
    var element = DataElement.ofBytes(Tag.of(0x0040, 0xA160), VR.UT, "x".repeat(3_000_000).getBytes(StandardCharsets.US_ASCII));

    var value = ElementText.value(element, ASCII);

    assertTrue(value.endsWith("x … (3000000 bytes)"), value.substring(250));
  }

  @Test
  void bytesThatAreNoCharactersAreTold() {
    var element = DataElement.ofBytes(Tag.of(0x0010, 0x0010), VR.PN, new byte[] {'W', (byte) 0xFC, 'b', 'r'});

    assertTrue(Gloss.hasUndecodable(element, ASCII));
    assertEquals("W\uFFFDbr", ElementText.value(element, ASCII));
  }

  @Test
  void linesAreCopiedAsTextAndJson() {
    var nodes = Samples.header(Samples.patient()).top().subList(1, 3);

    assertEquals("20260103\nGEMS_IDEN_01", RowCopy.values(nodes));
    assertEquals("(0008,0020)\tDA\t8\tStudy Date\t20260103", RowCopy.rows(nodes.subList(0, 1)));
    assertEquals("(0008,0020)\n(0009,0010)", RowCopy.paths(nodes));
    var json = RowCopy.json(nodes);
    assertTrue(json.contains("\"00080020\"") && json.contains("\"20260103\"") && json.contains("GEMS_IDEN_01"), json);
  }
}
