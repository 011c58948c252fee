package umbra.object.waveform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.referee.Referee;

class MultiplexGroupTest {
  private static MultiplexGroup group(String interpretation, int channels, byte... data) {
    var channel = DataSet.of(DataElement.ofAscii(Tag.of(0x003A, 0x0210), VR.DS, "2"), DataElement.ofAscii(Tag.of(0x003A, 0x0213), VR.DS, "1"),
        DataElement.ofAscii(Tag.of(0x003A, 0x0203), VR.SH, "II"));
    var item = DataSet.of(DataElement.ofItems(Tag.of(0x003A, 0x0200), java.util.Collections.nCopies(channels, channel)),
        DataElement.ofAscii(Tag.of(0x5400, 0x1006), VR.CS, interpretation), DataElement.ofBytes(Tag.of(0x5400, 0x1010), VR.OW, data));
    return MultiplexGroup.of(DataSet.of(DataElement.ofItems(MultiplexGroup.WAVEFORM_SEQUENCE, List.of(item)))).getFirst();
  }

  @Test
  void channelsAreInterleavedAndScaled() throws Exception {
    var group = group("SS", 2, (byte) 1, (byte) 0, (byte) 2, (byte) 0, (byte) 0xFF, (byte) 0xFF, (byte) 3, (byte) 0);

    assertEquals(2, group.samples());
    assertArrayEquals(new double[] {3, -1}, group.samples(0, 0, 10));
    assertArrayEquals(new double[] {7}, group.samples(1, 1, 10));
    assertArrayEquals(new double[] {-1, 3}, group.range(0).orElseThrow());
  }

  @Test
  void eightBitsSignedAndNot() throws Exception {
    assertArrayEquals(new double[] {-1, 5}, group("SB", 1, (byte) 0xFF, (byte) 2).samples(0, 0, 2));
    assertArrayEquals(new double[] {511, 5}, group("UB", 1, (byte) 0xFF, (byte) 2).samples(0, 0, 2));
  }

  @Test
  void compandedSamplesFollowTheTablesOfG711() {
    assertEquals(List.of(-32124, 0, 32124, 0), List.of(MultiplexGroup.muLaw(0x00), MultiplexGroup.muLaw(0x7F), MultiplexGroup.muLaw(0x80), MultiplexGroup.muLaw(0xFF)));
    assertEquals(List.of(-5504, -8, 5504, 8, 32256), List.of(MultiplexGroup.aLaw(0x00), MultiplexGroup.aLaw(0x55), MultiplexGroup.aLaw(0x80), MultiplexGroup.aLaw(0xD5),
        MultiplexGroup.aLaw(0xAA)));
  }

  @Test
  void anEcgOfTheCorpusHasItsLeads() throws Exception {
    try (var file = new DicomReader(ReadOptions.LENIENT).read(Referee.corpus().resolve("waveform/pixelmed_1074466202.fixed.dcm"))) {
      var group = MultiplexGroup.of(file.dataSet()).getFirst();
      assertEquals(5000, group.samples());
      assertEquals(500, group.frequencyHz());
      assertEquals("Lead I", group.channels().getFirst().title());
      assertEquals("uV", group.channels().getFirst().units());
      assertEquals(5000, group.samples(0, 0, 6000).length);
    }
  }
}
