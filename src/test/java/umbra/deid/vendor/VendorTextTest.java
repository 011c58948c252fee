package umbra.deid.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.dicom.DataElement;
import umbra.dicom.VR;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.referee.Referee;

/// Texts in the blocks of makers (docs/hard-points.md, point 32).
class VendorTextTest {
  private static List<VendorItem> of(byte[] bytes) {
    return VendorText.of(DataElement.ofBytes(umbra.dicom.Tag.of(0x0029, 0x1010), VR.OB, bytes));
  }

  private static byte[] csa(boolean isNew, String... namesAndValues) {
    var out = ByteBuffer.allocate(10_000).order(ByteOrder.LITTLE_ENDIAN);
    if (isNew) out.put("SV10\4\3\2\1".getBytes(StandardCharsets.ISO_8859_1));
    out.putInt(namesAndValues.length / 2).putInt(77);
    int first = namesAndValues[1].length();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      int at = out.position();
      out.put(namesAndValues[i].getBytes(StandardCharsets.ISO_8859_1)).position(at + 64);
      out.putInt(1).put("LO\0\0".getBytes(StandardCharsets.ISO_8859_1)).putInt(19).putInt(1).putInt(77);
      var value = namesAndValues[i + 1].getBytes(StandardCharsets.ISO_8859_1);
      out.putInt(isNew ? value.length : value.length + first).putInt(value.length).putInt(77).putInt(value.length);
      int from = out.position();
      out.put(value).position(from + (value.length + 3 & ~3));
    }
    return java.util.Arrays.copyOf(out.array(), out.position());
  }

  @Test
  void aSiemensHeaderIsReadByName() {
    var expected = List.of(new VendorItem("PatientName", "Zwetsloot"), new VendorItem("ProtocolName", "head routine"));
    assertEquals(expected, of(csa(true, "PatientName", "Zwetsloot", "EchoTime", "12.5", "ProtocolName", "head routine")));
  }

  @Test
  void aDamagedSiemensHeaderGivesWhatCameBefore() {
    var whole = csa(true, "PatientName", "Zwetsloot", "ProtocolName", "head routine");
    assertEquals(List.of(new VendorItem("PatientName", "Zwetsloot")), of(java.util.Arrays.copyOf(whole, whole.length - 8)));
    for (int length = 0; length < whole.length; length += 7) of(java.util.Arrays.copyOf(whole, length));
  }

  private static byte[] packed(String text, boolean gzip) throws IOException {
    var out = new ByteArrayOutputStream();
    if (gzip) out.write(new byte[] {(byte) 0xF0, 1, 0, 0});
    try (var in = gzip ? new GZIPOutputStream(out) : new DeflaterOutputStream(out)) {
      in.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void packedTextIsUnpacked(boolean gzip) throws IOException {
    var items = of(packed("set PATIENTNAME \"Zwetsloot\"\nset FOV \"240\"\nCOMMENT = seen by Okonkwo\n", gzip));
    assertEquals(List.of(new VendorItem("PATIENTNAME", "Zwetsloot"), new VendorItem("COMMENT", "seen by Okonkwo")), items);
  }

  @Test
  void plainTextIsReadByLinesAndNumbersAreNotTold() {
    assertEquals(List.of(new VendorItem("name", "Zwetsloot")), of("name=Zwetsloot|12 34 56 7|0.5 0.25".getBytes(StandardCharsets.ISO_8859_1)));
    assertEquals(List.of(), of(new byte[4000]));
  }

  @ParameterizedTest
  @CsvSource({"overlay-icon/explicit_mr_16bit_mono2_non-square_pal_icon.dcm,00291020", "head-mr/mrhead/000027.IMA,0025101B", "us/OBXXXX1A_2frame.dcm,200D"})
  @Tag("referee")
  void blocksOfRealFilesAreRead(String file, String tag) throws Exception {
    try (var read = new DicomReader(ReadOptions.LENIENT).read(Referee.corpus().resolve(file))) {
      var told = new ArrayList<VendorItem>();
      for (var element : read.dataSet()) if (String.format("%08X", element.tag().packed()).startsWith(tag)) told.addAll(VendorText.of(element));
      assertTrue(!told.isEmpty(), file);
      assertTrue(told.stream().allMatch(i -> i.text().length() <= 1024 && !i.name().isEmpty()));
    }
  }
}
