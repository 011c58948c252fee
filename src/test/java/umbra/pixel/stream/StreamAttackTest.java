package umbra.pixel.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.UnsupportedDicomException;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.io.ByteSlice;
import umbra.pixel.Checkpoint;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.codec.TestCodecs;

/// Whoever hides a name beside a picture, with lengths that lie: it is cut, or the file stays here; never a crash, never other pictures.
class StreamAttackTest {
  private static final byte[] NAME = "QZ-DOE^JANE-GPS-47.1N".getBytes(StandardCharsets.US_ASCII);
  private static final int ROWS = 40;
  private static final int COLUMNS = 36;

  private static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) out.writeBytes(part);
    return out.toByteArray();
  }

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) values[i];
    return bytes;
  }

  private static DataElement us(Tag tag, int value) {
    return DataElement.ofBytes(tag, VR.US, ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) value).array());
  }

  private static DataSet header(int frames) {
    return DataSet.of(DataElement.ofAscii(Tags.SOP_CLASS_UID, VR.UI, "1.2.840.10008.5.1.4.1.1.7.2"), us(Tags.SAMPLES_PER_PIXEL, 1), DataElement.ofAscii(Tags.PHOTOMETRIC_INTERPRETATION, VR.CS, "MONOCHROME2"),
        us(Tags.ROWS, ROWS), us(Tags.COLUMNS, COLUMNS), us(Tags.BITS_ALLOCATED, 8), us(Tags.BITS_STORED, 8), us(Tags.HIGH_BIT, 7), us(Tags.PIXEL_REPRESENTATION, 0),
        DataElement.ofAscii(Tags.NUMBER_OF_FRAMES, VR.IS, Integer.toString(frames)));
  }

  private static DataSet with(byte[] table, byte[]... fragments) {
    var even = Arrays.stream(fragments).map(f -> ByteSlice.of(Arrays.copyOf(f, f.length + 1 & ~1))).toList();
    return header(1).with(new DataElement(Tags.PIXEL_DATA, VR.OB, new Value.Fragments(ByteSlice.of(table), even)));
  }

  private static DataSet cleaned(TransferSyntax syntax, DataSet dataSet) throws DicomException {
    return new StreamCleaning(syntax, "test").clean(dataSet, dataSet);
  }

  /// All bytes of Pixel Data and of its tables.
  private static byte[] all(DataSet dataSet) {
    var out = new ByteArrayOutputStream();
    for (var element : dataSet) {
      switch (element.value()) {
        case Value.Fragments(var table, var rest) -> {
          out.writeBytes(table.toArray());
          for (var fragment : rest) out.writeBytes(fragment.toArray());
        }
        case Value.Bytes(var raw, _) -> out.writeBytes(raw.toArray());
        case Value.Items _ -> {}
      }
    }
    return out.toByteArray();
  }

  private static boolean holdsName(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains("DOE^JANE");
  }

  /// The name is gone, or the file is refused.
  private static void assertNoName(TransferSyntax syntax, DataSet dataSet, String what) {
    try {
      assertFalse(holdsName(all(cleaned(syntax, dataSet))), what);
    } catch (DicomException _) {
      // stays here, with its reason
    }
  }

  private static byte[] stream(TransferSyntax syntax) throws Exception {
    var samples = new byte[ROWS * COLUMNS];
    for (int i = 0; i < samples.length; i++) samples[i] = (byte) (i * 3 / 17 % 251);
    return TestCodecs.all().encoder(syntax).orElseThrow().encode(new Raster(ROWS, COLUMNS, 1, 8, false, Photometric.MONOCHROME2, new Raster.Samples.Bytes(samples, false)), Checkpoint.NONE);
  }

  @ParameterizedTest
  @EnumSource(names = {"JPEG_BASELINE", "JPEG_LOSSLESS_SV1", "JPEG_LS_LOSSLESS", "JPEG_2000_LOSSLESS", "RLE_LOSSLESS"})
  void aStreamWithAnyBytesChangedIsCleanedOrRefused(TransferSyntax syntax) throws Exception {
    var whole = stream(syntax);
    var random = new Random(4711);
    for (int i = 0; i < 4_000; i++) {
      var broken = Arrays.copyOf(whole, random.nextInt(4) == 0 ? random.nextInt(whole.length) : whole.length);
      for (int n = random.nextInt(4); n >= 0 && broken.length > 0; n--) broken[random.nextInt(Math.min(broken.length, random.nextBoolean() ? 200 : broken.length))] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
      try {
        cleaned(syntax, with(new byte[0], broken));
      } catch (DicomException _) {
        // a reason
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JPEG_BASELINE", "JPEG_LS_LOSSLESS"})
  void segmentsOfJpegThatLieOrMeanNothing(TransferSyntax syntax) throws Exception {
    var clean = stream(syntax);
    var rest = Arrays.copyOfRange(clean, 2, clean.length);
    for (int marker = 0x02; marker < 0xFF; marker++) {
      if (marker >= 0xD0 && marker <= 0xD9) continue; // without a length
      for (int length : new int[] {NAME.length + 2, 0, 1, 2, 3, 0xFFFF}) {
        var segment = joined(bytes(0xFF, marker, length >> 8, length), NAME);
        assertNoName(syntax, with(new byte[0], joined(bytes(0xFF, 0xD8), segment, rest)), "FF" + Integer.toHexString(marker) + " of length " + length);
      }
    }
    for (int at = 2; (clean[at] & 0xFF) != 0xFF || (clean[at + 1] & 0xFF) != 0xDA; at++) assertNoName(syntax, with(new byte[0], joined(Arrays.copyOf(clean, at), bytes(0xFF, 0xE1, 0xFF, 0xFE), NAME)), "APP1 past the end");
  }

  @Test
  void aTableThatIsLongerThanItsTables() throws Exception {
    var clean = stream(TransferSyntax.JPEG_BASELINE);
    int grown = 0;
    for (int at = 2; (clean[at + 1] & 0xFF) != 0xDA; at += 2 + ((clean[at + 2] & 0xFF) << 8 | clean[at + 3] & 0xFF)) {
      int length = (clean[at + 2] & 0xFF) << 8 | clean[at + 3] & 0xFF;
      var longer = joined(Arrays.copyOf(clean, at + 2), bytes(length + NAME.length >> 8, length + NAME.length), Arrays.copyOfRange(clean, at + 4, at + 2 + length), NAME, Arrays.copyOfRange(clean, at + 2 + length, clean.length));
      assertNoName(TransferSyntax.JPEG_BASELINE, with(new byte[0], longer), "segment at " + at);
      grown++;
    }
    assertTrue(grown >= 4);
  }

  @Test
  void markersOfJpeg2000ThatLieOrMeanNothing() throws Exception {
    var clean = stream(TransferSyntax.JPEG_2000_LOSSLESS);
    int siz = 4 + ((clean[4] & 0xFF) << 8 | clean[5] & 0xFF);
    for (int marker = 0x30; marker < 0x90; marker++) {
      boolean isNumbers = marker >= 0x50 && marker <= 0x63 || marker >= 0x70 && marker <= 0x79; // read as numbers by decoders; the sweep looks into them
      for (int length : isNumbers ? new int[] {0, 1, 0xFFFF} : new int[] {NAME.length + 2, 0, 1, 0xFFFF}) {
        var segment = joined(bytes(0xFF, marker, length >> 8, length), NAME);
        assertNoName(TransferSyntax.JPEG_2000_LOSSLESS, with(new byte[0], joined(Arrays.copyOf(clean, siz), segment, Arrays.copyOfRange(clean, siz, clean.length))), "FF" + Integer.toHexString(marker) + " " + length);
      }
    }
    var cut = joined(Arrays.copyOf(clean, siz), bytes(0xFF, 0x90, 0, 4, 0, 0));
    assertThrows(DicomException.class, () -> cleaned(TransferSyntax.JPEG_2000_LOSSLESS, with(new byte[0], cut)), "SOT too short for its numbers");
  }

  private static byte[] box(String type, byte[]... parts) {
    var body = joined(parts);
    return joined(ByteBuffer.allocate(4).putInt(body.length + 8).array(), type.getBytes(StandardCharsets.ISO_8859_1), body);
  }

  private static byte[] wide(String type, long length, byte[] body) {
    return joined(ByteBuffer.allocate(4).putInt(1).array(), type.getBytes(StandardCharsets.ISO_8859_1), ByteBuffer.allocate(8).putLong(length).array(), body);
  }

  private static final byte[] JP2 = box("jP  ", bytes(0x0D, 0x0A, 0x87, 0x0A));
  private static final byte[] FTYP = box("ftyp", "jp2 \0\0\0\0jp2 ".getBytes(StandardCharsets.ISO_8859_1));
  private static final byte[] IHDR = box("ihdr", bytes(0, 0, 0, ROWS, 0, 0, 0, COLUMNS, 0, 1, 7, 7, 0, 0));

  @ParameterizedTest
  @ValueSource(strings = {"jP  ", "ftyp", "ihdr", "bpcc", "pclr", "cmap", "cdef", "colr", "xml ", "uuid", "jp2i", "jxll", "jp2h", "asoc"})
  void textInBoxesOfTheHeader(String type) throws Exception {
    var code = box("jp2c", stream(TransferSyntax.JPEG_2000_LOSSLESS));
    var enumerated = joined(bytes(1, 0, 0, 0, 0, 0, 17), NAME);
    var vendor = joined(bytes(4, 0, 0), NAME);
    for (var body : List.of(NAME, enumerated, vendor, joined(new byte[14], NAME), joined(bytes(0, 1, 1, 7, 0), NAME), joined("jp2 \0\0\0\0".getBytes(StandardCharsets.ISO_8859_1), NAME, new byte[3]))) {
      assertNoName(TransferSyntax.JPEG_2000_LOSSLESS, with(new byte[0], joined(JP2, FTYP, box("jp2h", IHDR, box(type, body)), code)), "inside");
      assertNoName(TransferSyntax.JPEG_2000_LOSSLESS, with(new byte[0], joined(JP2, FTYP, box("jp2h", IHDR), box(type, body), code)), "beside");
    }
  }

  @Test
  void lengthsOfBoxesThatLie() throws Exception {
    var code = stream(TransferSyntax.JPEG_2000_LOSSLESS);
    var good = joined(JP2, FTYP, box("jp2h", IHDR), box("jp2c", code));
    assertEquals(good.length, ((Value.Fragments) cleaned(TransferSyntax.JPEG_2000_LOSSLESS, with(new byte[0], good)).find(Tags.PIXEL_DATA).orElseThrow().value()).rest().getFirst().length(), 1);
    for (long length : new long[] {1, 15, Long.MAX_VALUE, Long.MIN_VALUE, -1, 1L << 40}) {
      assertThrows(DicomException.class, () -> cleaned(TransferSyntax.JPEG_2000_LOSSLESS, with(new byte[0], joined(JP2, FTYP, wide("xml ", length, NAME), box("jp2c", code)))), Long.toString(length));
    }
    assertNoName(TransferSyntax.JPEG_2000_LOSSLESS, with(new byte[0], joined(JP2, FTYP, bytes(0, 0, 0, 0), "xml ".getBytes(StandardCharsets.US_ASCII), NAME)), "a box to the end");
    var nested = new ByteArrayOutputStream();
    nested.writeBytes(joined(JP2, FTYP));
    int depth = 200_000;
    for (int i = depth; i > 0; i--) nested.writeBytes(joined(ByteBuffer.allocate(4).putInt(8 * i).array(), "jp2h".getBytes(StandardCharsets.US_ASCII)));
    assertThrows(DicomException.class, () -> cleaned(TransferSyntax.JPEG_2000_LOSSLESS, with(new byte[0], nested.toByteArray())), "boxes nested without end");
  }

  @ParameterizedTest
  @CsvSource({"Exif, true", "'xml ', true", "jumb, true", "jbrd, true", "brob, true", "jxlc, false"})
  void boxesOfJpegXl(String type, boolean goes) throws Exception {
    var signature = box("JXL ", bytes(0x0D, 0x0A, 0x87, 0x0A));
    var brand = box("ftyp", "jxl \0\0\0\0jxl ".getBytes(StandardCharsets.ISO_8859_1));
    var data = with(new byte[0], joined(signature, brand, box(type, NAME), box("jxlc", bytes(0xFF, 0x0A, 1, 2))));
    assertEquals(!goes, holdsName(all(cleaned(TransferSyntax.JPEG_XL, data))));
    assertThrows(DicomException.class, () -> cleaned(TransferSyntax.JPEG_XL, with(new byte[0], NAME)), "neither a code stream nor boxes");
  }

  @Test
  void textInsteadOfOffsetsAndFragmentsWithoutASyntax() throws Exception {
    var clean = stream(TransferSyntax.JPEG_BASELINE);
    for (var table : List.of(NAME, Arrays.copyOf(NAME, 20), joined(new byte[4], NAME))) {
      assertFalse(holdsName(all(cleaned(TransferSyntax.JPEG_BASELINE, with(table, clean)))), "table of " + table.length);
      assertFalse(holdsName(all(cleaned(TransferSyntax.JPEG_BASELINE, with(table)))), "no fragments at all");
      assertFalse(holdsName(all(cleaned(TransferSyntax.MPEG2_MAIN, with(table, bytes(0, 0, 1, 0xB3, 0x2D, 2))))));
    }
    var extended = with(new byte[0], clean).with(DataElement.ofBytes(Tags.EXTENDED_OFFSET_TABLE, VR.OV, new byte[8])).with(DataElement.ofBytes(Tags.EXTENDED_OFFSET_TABLE_LENGTHS, VR.OV, joined(new byte[8], NAME)));
    assertFalse(holdsName(all(cleaned(TransferSyntax.JPEG_BASELINE, extended))));
    for (var syntax : List.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN)) {
      assertThrows(DicomException.class, () -> cleaned(syntax, with(new byte[0], NAME)), syntax.uid());
    }
  }

  @Test
  void aSecondPictureThatTheHeaderDoesNotTellOf() throws Exception {
    var clean = stream(TransferSyntax.JPEG_BASELINE);
    assertThrows(DicomException.class, () -> cleaned(TransferSyntax.JPEG_BASELINE, with(new byte[0], clean, clean)));
    assertThrows(DicomException.class, () -> cleaned(TransferSyntax.JPEG_BASELINE, with(new byte[4], clean, clean)));
    assertEquals(2, ((Value.Fragments) cleaned(TransferSyntax.JPEG_BASELINE, with(new byte[0], Arrays.copyOf(clean, 100), Arrays.copyOfRange(clean, 100, clean.length))).find(Tags.PIXEL_DATA).orElseThrow().value()).rest().size());
  }

  @Test
  void pixelsThatNoHeaderExplains() {
    var text = DataElement.ofBytes(Tags.PIXEL_DATA, VR.OW, NAME);
    for (var dataSet : List.of(DataSet.of(text), header(1).with(text).without(Tags.ROWS))) {
      assertThrows(DicomException.class, () -> cleaned(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, dataSet));
    }
    var behind = header(1).with(DataElement.ofBytes(Tags.FLOAT_PIXEL_DATA, VR.OF, joined(new byte[4 * ROWS * COLUMNS], Arrays.copyOf(NAME, 24))));
    assertNoName(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, behind, "behind the last number");
    assertThrows(DicomException.class, () -> cleaned(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, behind.with(text)), "two kinds");
    assertThrows(DicomException.class, () -> cleaned(TransferSyntax.RLE_LOSSLESS, with(new byte[0], NAME).without(Tags.ROWS)));
  }

  @Test
  void pixelsWithoutFragmentsWhereTheSyntaxNeedsThem() {
    var native8 = header(1).with(DataElement.ofBytes(Tags.PIXEL_DATA, VR.OB, new byte[ROWS * COLUMNS]));
    assertThrows(DicomException.class, () -> cleaned(TransferSyntax.JPEG_LS_LOSSLESS, native8));
  }

  @Test
  void textBehindADeflatedFrame() throws Exception {
    var deflater = new Deflater(6, true);
    deflater.setInput(new byte[ROWS * COLUMNS]);
    deflater.finish();
    var packed = new byte[1000];
    packed = Arrays.copyOf(packed, deflater.deflate(packed));
    var clean = with(new byte[0], packed);
    assertEquals(clean, cleaned(TransferSyntax.DEFLATED_IMAGE_FRAME, clean));
    assertFalse(holdsName(all(cleaned(TransferSyntax.DEFLATED_IMAGE_FRAME, with(new byte[0], joined(packed, NAME))))));
    assertThrows(DicomException.class, () -> cleaned(TransferSyntax.DEFLATED_IMAGE_FRAME, with(new byte[0], NAME)));
  }

  /// A plane in bit 12 of compressed words: where the code has no such bit it cannot be there, else nobody has cleared it.
  @Test
  void overlayPlanesWithinCompressedWords() throws Exception {
    var overlay = new DataElement[] {us(Tag.of(0x6000, 0x0100), 16), us(Tag.of(0x6000, 0x0102), 12)};
    for (int precision : new int[] {12, 16}) {
      var raster = new Raster(ROWS, COLUMNS, 1, precision, false, Photometric.MONOCHROME2, new Raster.Samples.Shorts(new short[ROWS * COLUMNS], false));
      var streams = TestCodecs.all().encoder(TransferSyntax.JPEG_LS_LOSSLESS).orElseThrow().encode(raster, Checkpoint.NONE);
      var left = with(new byte[0], streams).with(us(Tags.BITS_ALLOCATED, 16)).with(us(Tags.BITS_STORED, 12)).with(us(Tags.HIGH_BIT, 11));
      var source = left;
      for (var element : overlay) source = source.with(element);
      var before = source;
      var cleaning = new StreamCleaning(TransferSyntax.JPEG_LS_LOSSLESS, "test");
      if (precision == 12) assertEquals(left, cleaning.clean(left, before));
      else assertTrue(assertThrows(UnsupportedDicomException.class, () -> cleaning.clean(left, before)).getMessage().contains("overlay planes stand in the unused bits"));
      assertEquals(before, cleaning.clean(before, before), "planes that are kept");
    }
  }
}
