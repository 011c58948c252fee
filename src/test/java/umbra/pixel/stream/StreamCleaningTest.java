package umbra.pixel.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFile;
import umbra.dicom.Numbers;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.dicom.write.DicomWriter;
import umbra.io.ByteSlice;
import umbra.pixel.Checkpoint;
import umbra.pixel.FrameIndex;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.SampleType;
import umbra.pixel.codec.FrameFile;
import umbra.pixel.codec.FrameReader;
import umbra.pixel.codec.TestCodecs;

/// A name planted beside the picture, in frame 7 of 20, is cut; the decoded frames and the bytes of the others stay.
class StreamCleaningTest {
  private static final int FRAMES = 20;
  private static final int PLANTED = 6;
  private static final byte[] NAME = "QZ-DOE^JANE-GPS-47.1N".getBytes(StandardCharsets.US_ASCII);
  private static final ImagePixel IMAGE = new ImagePixel(40, 36, 1, Photometric.MONOCHROME2, SampleType.INTEGER, 8, 8, 7, false, false, FRAMES);

  @TempDir Path folder;

  /// Where to plant.
  enum Tables { NONE, BASIC, EXTENDED }

  @ParameterizedTest
  @EnumSource(names = {"JPEG_BASELINE", "JPEG_LOSSLESS_SV1", "JPEG_LS_LOSSLESS", "JPEG_2000_LOSSLESS", "RLE_LOSSLESS"})
  void whatIsNoPictureGoesAndAllElseStays(TransferSyntax syntax) throws Exception {
    for (var tables : Tables.values()) {
      var clean = frames(syntax);
      var planted = new ArrayList<>(clean);
      planted.set(PLANTED, planted(syntax, clean.get(PLANTED)));
      try (var file = written(syntax, planted, tables)) {
        var cleaned = new StreamCleaning(syntax, "test").clean(file.dataSet(), file.dataSet());

        var after = again(file.withDataSet(cleaned));

        assertFalse(holds(bytes(after), NAME), syntax + " " + tables);
        assertEquals(tables == Tables.BASIC, !fragments(after).basicOffsetTable().isEmpty());
        assertEquals(tables == Tables.EXTENDED, after.dataSet().contains(Tags.EXTENDED_OFFSET_TABLE));
        if (tables == Tables.EXTENDED) assertStatedLengths(after, clean);
        assertFalse(FrameIndex.of(after.dataSet(), fragments(after), FRAMES, umbra.dicom.Place.of("test")).isTableIgnored());
        for (int i = 0; i < FRAMES; i++) {
          if (i != PLANTED) assertTrue(fragments(after).rest().get(i).sameBytes(fragments(file).rest().get(i)), "frame " + i);
        }
        try (var before = FrameReader.open(written(syntax, clean, tables), TestCodecs.all(), TestCodecs.noVideo());
            var now = FrameReader.open(after, TestCodecs.all(), TestCodecs.noVideo())) {
          for (int i = 0; i < FRAMES; i++) assertArrayEquals(FrameFile.samples(before.frame(i, Checkpoint.NONE), 8), FrameFile.samples(now.frame(i, Checkpoint.NONE), 8));
        }
      }
    }
  }

  private static void assertStatedLengths(DicomFile file, List<byte[]> clean) {
    var lengths = file.dataSet().find(Tags.EXTENDED_OFFSET_TABLE_LENGTHS).orElseThrow();
    for (int i = 0; i < FRAMES; i++) assertEquals(clean.get(i).length, Numbers.binary(lengths, i), "frame " + i);
  }

  @ParameterizedTest
  @EnumSource(names = {"JPEG_BASELINE", "JPEG_LOSSLESS_SV1", "JPEG_LS_LOSSLESS", "JPEG_2000_LOSSLESS", "RLE_LOSSLESS"})
  void whereNothingHasToGoTheDataSetIsTheSameObject(TransferSyntax syntax) throws Exception {
    try (var file = written(syntax, frames(syntax), Tables.BASIC)) {
      assertSame(file.dataSet(), new StreamCleaning(syntax, "test").clean(file.dataSet(), file.dataSet()));
    }
  }

  @Test
  void aStreamThatCannotBeFollowedIsRefused() throws Exception {
    var frames = frames(TransferSyntax.JPEG_BASELINE);
    frames.set(3, NAME);
    try (var file = written(TransferSyntax.JPEG_BASELINE, frames, Tables.NONE)) {
      var cleaning = new StreamCleaning(TransferSyntax.JPEG_BASELINE, "test");

      assertThrows(DicomException.class, () -> cleaning.clean(file.dataSet(), file.dataSet()));
    }
  }

  @Test
  void commentsInTilePartHeadersAreBlankedSoThatTheirLengthsStayRight() throws Exception {
    var stream = frames(TransferSyntax.JPEG_2000_LOSSLESS).getFirst();
    int sot = indexOf(stream, new byte[] {(byte) 0xFF, (byte) 0x90, 0, 10});
    var comment = joined(new byte[] {(byte) 0xFF, 0x64, 0, (byte) (NAME.length + 4), 0, 1}, NAME);
    var planted = joined(Arrays.copyOf(stream, sot + 12), comment, Arrays.copyOfRange(stream, sot + 12, stream.length));
    var buffer = ByteBuffer.wrap(planted);
    if (buffer.getInt(sot + 6) != 0) buffer.putInt(sot + 6, buffer.getInt(sot + 6) + comment.length);
    var frames = frames(TransferSyntax.JPEG_2000_LOSSLESS);
    frames.set(0, planted);
    try (var file = written(TransferSyntax.JPEG_2000_LOSSLESS, frames, Tables.NONE)) {
      var after = again(file.withDataSet(new StreamCleaning(TransferSyntax.JPEG_2000_LOSSLESS, "test").clean(file.dataSet(), file.dataSet())));

      assertFalse(holds(bytes(after), NAME));
      try (var reader = FrameReader.open(after, TestCodecs.all(), TestCodecs.noVideo())) {
        assertArrayEquals(raw(0), FrameFile.samples(reader.frame(0, Checkpoint.NONE), 8));
      }
    }
  }

  @Test
  void textBehindTheLastNativePixelIsCutAndPaddingIsLeft() throws Exception {
    var pixels = new byte[IMAGE.frameSamples() * FRAMES];
    var syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    var planted = header(FRAMES, DataElement.ofBytes(Tags.PIXEL_DATA, VR.OB, joined(pixels, NAME)));
    var padded = header(FRAMES, DataElement.ofBytes(Tags.PIXEL_DATA, VR.OB, joined(pixels, new byte[128])));

    assertEquals(pixels.length, new StreamCleaning(syntax, "test").clean(planted, planted).find(Tags.PIXEL_DATA).orElseThrow().value().size());
    assertSame(padded, new StreamCleaning(syntax, "test").clean(padded, padded));
    var more = header(FRAMES - 2, DataElement.ofBytes(Tags.PIXEL_DATA, VR.OB, joined(pixels, NAME)));
    assertThrows(DicomException.class, () -> new StreamCleaning(syntax, "test").clean(more, more), "frames that nobody has seen");
  }

  @Test
  void overlayPlanesInUnusedBitsAreClearedOnceTheHeaderNoLongerTellsOfThem() throws Exception {
    var words = ByteBuffer.allocate(2 * IMAGE.frameSamples()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < IMAGE.frameSamples(); i++) words.putShort(2 * i, (short) (i % 4096 | (i % 3 == 0 ? 0x1000 : 0)));
    var left = header(1, DataElement.ofBytes(Tags.PIXEL_DATA, VR.OW, words.array())).with(us(Tags.BITS_ALLOCATED, 16)).with(us(Tags.BITS_STORED, 12)).with(us(Tags.HIGH_BIT, 11));
    var source = left.with(us(Tag.of(0x6000, 0x0100), 16)).with(us(Tag.of(0x6000, 0x0102), 12));

    var cleaned = new StreamCleaning(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, "test").clean(left, source);

    var after = ByteBuffer.wrap(((Value.Bytes) cleaned.find(Tags.PIXEL_DATA).orElseThrow().value()).raw().toArray()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < IMAGE.frameSamples(); i++) assertEquals(i % 4096, after.getShort(2 * i));
    assertSame(source, new StreamCleaning(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, "test").clean(source, source), "kept planes keep their bits");
  }

  private List<byte[]> frames(TransferSyntax syntax) throws Exception {
    var frames = new ArrayList<byte[]>();
    var encoder = TestCodecs.all().encoder(syntax).orElseThrow();
    for (int i = 0; i < FRAMES; i++) {
      var raster = new Raster(IMAGE.rows(), IMAGE.columns(), 1, 8, false, Photometric.MONOCHROME2, new Raster.Samples.Bytes(raw(i), false));
      frames.add(encoder.encode(raster, Checkpoint.NONE));
    }
    return frames;
  }

  private static byte[] raw(int frame) {
    var bytes = new byte[IMAGE.frameSamples()];
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (i * (frame + 3) / 17 % 251);
    return bytes;
  }

  /// Behind SOI or SOC, and behind the end; in RLE in the header and behind the end.
  private static byte[] planted(TransferSyntax syntax, byte[] stream) {
    if (syntax == TransferSyntax.RLE_LOSSLESS) {
      var bytes = joined(stream, NAME);
      System.arraycopy(NAME, 0, bytes, 40, NAME.length);
      return bytes;
    }
    var start = Arrays.copyOf(stream, 2);
    var rest = Arrays.copyOfRange(stream, 2, stream.length);
    if (syntax == TransferSyntax.JPEG_2000_LOSSLESS) {
      int siz = 2 + (rest[2] << 8 | rest[3] & 0xFF);
      var comment = joined(new byte[] {(byte) 0xFF, 0x64, 0, (byte) (NAME.length + 4), 0, 1}, NAME);
      return joined(start, Arrays.copyOf(rest, siz), comment, Arrays.copyOfRange(rest, siz, rest.length), NAME);
    }
    var all = new ByteArrayOutputStream();
    all.writeBytes(start);
    for (int marker : new int[] {0xE0, 0xE1, 0xE8, 0xEE, 0xEF, 0xFE}) all.writeBytes(joined(new byte[] {(byte) 0xFF, (byte) marker, 0, (byte) (NAME.length + 2)}, NAME));
    all.writeBytes(rest);
    all.writeBytes(NAME);
    return all.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) out.writeBytes(part);
    return out.toByteArray();
  }

  private static DataSet header(int frames, DataElement... pixels) {
    var all = new ArrayList<>(List.of(pixels));
    all.addAll(List.of(DataElement.ofAscii(Tags.SOP_CLASS_UID, VR.UI, "1.2.840.10008.5.1.4.1.1.7.2"), DataElement.ofAscii(Tags.SOP_INSTANCE_UID, VR.UI, "2.25.4711"),
        us(Tags.SAMPLES_PER_PIXEL, 1), DataElement.ofAscii(Tags.PHOTOMETRIC_INTERPRETATION, VR.CS, "MONOCHROME2"), us(Tags.ROWS, IMAGE.rows()), us(Tags.COLUMNS, IMAGE.columns()),
        us(Tags.BITS_ALLOCATED, 8), us(Tags.BITS_STORED, 8), us(Tags.HIGH_BIT, 7), us(Tags.PIXEL_REPRESENTATION, 0),
        DataElement.ofAscii(Tags.NUMBER_OF_FRAMES, VR.IS, Integer.toString(frames))));
    return DataSet.of(all.toArray(DataElement[]::new));
  }

  private static DataElement us(Tag tag, int value) {
    return DataElement.ofBytes(tag, VR.US, ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) value).array());
  }

  private DicomFile written(TransferSyntax syntax, List<byte[]> streams, Tables kind) throws Exception {
    var frames = streams.stream().map(s -> new OffsetTables.Frame(List.of(ByteSlice.of((s.length & 1) == 0 ? s : Arrays.copyOf(s, s.length + 1))), s.length)).toList();
    var pattern = kind == Tables.EXTENDED ? DataSet.of(DataElement.ofBytes(Tags.EXTENDED_OFFSET_TABLE, VR.OV, new byte[8])) : DataSet.EMPTY;
    var tables = OffsetTables.of(frames, pattern, kind == Tables.BASIC);
    var elements = new ArrayList<>(tables.set());
    elements.add(new DataElement(Tags.PIXEL_DATA, VR.OB, tables.value()));
    return again(DicomWriter.newFile(header(FRAMES, elements.toArray(DataElement[]::new)), syntax));
  }

  private DicomFile again(DicomFile file) throws Exception {
    var path = java.nio.file.Files.createTempFile(folder, "again", ".dcm");
    new DicomWriter().write(file, path);
    return new DicomReader(ReadOptions.LENIENT).read(path);
  }

  private static Value.Fragments fragments(DicomFile file) {
    return (Value.Fragments) file.dataSet().find(Tags.PIXEL_DATA).orElseThrow().value();
  }

  private static byte[] bytes(DicomFile file) {
    return file.source().all().toArray();
  }

  private static boolean holds(byte[] bytes, byte[] wanted) {
    return indexOf(bytes, wanted) >= 0;
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; i + wanted.length <= bytes.length; i++) if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) return i;
    return -1;
  }
}
