package umbra.deid.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umbra.deid.vendor.CsaSamples.csa;

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

  @Test
  void aSiemensHeaderIsReadByName() {
    var expected = List.of(new VendorItem("PatientName", "Zwetsloot"), new VendorItem("ProtocolName", "head routine"));
    assertEquals(expected, of(csa(true, "PatientName", "Zwetsloot", "EchoTime", "12.5", "ProtocolName", "head routine")));
  }

  @Test
  void aDamagedSiemensHeaderGivesWhatCameBeforeAndAllThatCanBeReadInIt() {
    var whole = csa(true, "PatientName", "Zwetsloot", "ProtocolName", "head routine");
    var damaged = of(java.util.Arrays.copyOf(whole, whole.length - 8));
    assertEquals(new VendorItem("PatientName", "Zwetsloot"), damaged.getFirst());
    assertTrue(damaged.contains(new VendorItem("unread", "head")), damaged.toString());
    for (int length = 0; length < whole.length; length += 7) of(java.util.Arrays.copyOf(whole, length));
  }

  /// Counts and lengths that lie, in both versions: no crash, and the name is still found.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void lengthsOfASiemensHeaderThatLieHideNothing(boolean isNew) {
    var whole = csa(isNew, "EchoTime", "12.50000", "Comment", "Zwetsloot Quirine");
    int start = isNew ? 8 : 0;
    int second = start + 8 + 84 + 16 + 8;
    // An old header with a count that lies is not known for one: its bytes are searched by the engine and the sweep.
    for (int at : new int[] {isNew ? start : start + 8 + 76, start + 8 + 76, start + 8 + 84, start + 8 + 88, second + 76, second + 84, second + 88}) {
      for (int lie : new int[] {0, 1, -1, 3, 9, 1000, Integer.MAX_VALUE, Integer.MIN_VALUE, 100_000}) {
        var broken = whole.clone();
        ByteBuffer.wrap(broken).order(ByteOrder.LITTLE_ENDIAN).putInt(at, lie);
        var told = of(broken).stream().map(VendorItem::text).collect(java.util.stream.Collectors.joining(" "));
        assertTrue(told.contains("Zwetsloot") || told.replace(" ", "").contains("slootQuirine"), "at " + at + " " + lie + ": " + told);
      }
    }
    var behind = csa(isNew, "EchoTime\0Zwetsloot", "12.5\0Okonkwo", "Comment", "none");
    for (var name : List.of("Zwetsloot", "Okonkwo")) assertTrue(of(behind).stream().anyMatch(i -> i.text().equals(name) && i.isLeftover()), name);
  }

  /// Bytes of all kinds: whatever they are, the work ends and nothing is thrown.
  @Test
  void blocksWithAnyBytesChangedAreReadWithoutACrash() throws IOException {
    var random = new java.util.Random(4711);
    for (var whole : List.of(csa(true, "PatientName", "Zwetsloot", "Comment", "of nobody"), csa(false, "PatientName", "Zwetsloot", "Comment", "of nobody"), packed("set PATIENTNAME \"Zwetsloot\"\n", true), packed("a = b\n", false))) {
      for (int i = 0; i < 3_000; i++) {
        var broken = java.util.Arrays.copyOf(whole, random.nextInt(3) == 0 ? random.nextInt(whole.length) : whole.length);
        for (int n = random.nextInt(5); n >= 0 && broken.length > 0; n--) broken[random.nextInt(broken.length)] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
        assertTrue(of(broken).size() <= 5_000);
      }
    }
  }

  /// A few thousand bytes that unpack to gigabytes are read as far as sixteen megabytes.
  @Test
  void aBombIsNotUnpackedWhole() throws IOException {
    var zeros = new byte[1 << 20];
    var out = new ByteArrayOutputStream();
    try (var in = new GZIPOutputStream(out)) {
      for (int i = 0; i < 256; i++) in.write(zeros);
    }
    assertEquals(List.of(), of(out.toByteArray()));
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
