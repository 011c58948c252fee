package umbra.workspace.deidentify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.deid.DeidOutcome;
import umbra.deid.Facts;
import umbra.deid.Planner;
import umbra.deid.profile.ProfileStore;
import umbra.deid.value.KeyedPseudonyms;
import umbra.deid.value.PatientNaming;
import umbra.deid.value.ProjectKey;
import umbra.deid.value.TextDecision;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.dicom.write.DicomWriter;
import umbra.io.ByteSlice;

/// Everything of a file that is not its Data Set (docs/hard-points.md, part F).
class FileLevelTest {
  private static final Facts ALL_KEPT = new Facts(_ -> TextDecision.KEEP, Facts.Pixels.NOT_LOOKED_AT, Facts.Pixels.NOT_LOOKED_AT);

  private static final Tag COMMENTS = Tag.of(0x0020, 0x4000);

  @TempDir
  private Path folder;

  private static DataSet image(DataElement... more) {
    var dataSet = DataSet.of(DataElement.ofAscii(Tags.SOP_CLASS_UID, VR.UI, "1.2.840.10008.5.1.4.1.1.2"), DataElement.ofAscii(Tags.SOP_INSTANCE_UID, VR.UI, "1.3.6.1.4.1.9.77.5"),
        DataElement.ofAscii(Tags.PATIENT_NAME, VR.PN, "Zwetsloot^Quirine"), DataElement.ofAscii(Tags.PATIENT_ID, VR.LO, "QX-77431"), DataElement.ofAscii(Tag.of(0x0020, 0x000D), VR.UI, "1.3.6.1.4.1.9.77.1"),
        DataElement.ofAscii(Tag.of(0x0020, 0x000E), VR.UI, "1.3.6.1.4.1.9.77.2"));
    for (var element : more) dataSet = dataSet.with(element);
    return dataSet;
  }

  private static byte[] written(DataSet dataSet) throws IOException {
    var bytes = new ByteArrayOutputStream();
    new DicomWriter().write(DicomWriter.newFile(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), Channels.newChannel(bytes));
    return bytes.toByteArray();
  }

  private Optional<Path> run(Path source, String profile, Facts facts) throws Exception {
    var key = ProjectKey.of("a key of the tests, long enough".getBytes(StandardCharsets.US_ASCII));
    var planner = new Planner(new ProfileStore(List.of(Path.of("profiles"))).profile(profile), new KeyedPseudonyms(key, PatientNaming.KEYED, Map.of(), false));
    var out = folder.resolve("out-" + profile);
    var outcome = new FileDeidentifier(planner, out).run(source, facts);
    if (!(outcome instanceof DeidOutcome.Done)) return Optional.empty();
    try (var all = Files.walk(out)) {
      return all.filter(Files::isRegularFile).findFirst();
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ps315-basic", "midi-research", "strict", "tcia"})
  void preambleAndFileMetaInformationAreOurs(String profile) throws Exception {
    var plain = written(image());
    var meta = new ByteArrayOutputStream();
    for (var element : List.of(DataElement.ofAscii(Tag.of(0x0002, 0x0016), VR.AE, "QZSOURCE"), DataElement.ofAscii(Tag.of(0x0002, 0x0017), VR.AE, "QZSENDER"),
        DataElement.ofAscii(Tag.of(0x0002, 0x0018), VR.AE, "QZGETTER"), DataElement.ofAscii(Tag.of(0x0002, 0x0100), VR.UI, "1.3.6.1.4.1.9.99"), DataElement.ofAscii(Tag.of(0x0002, 0x0102), VR.OB, "QZPRIVATE."))) {
      var vr = element.vr() == VR.OB;
      var value = element.value() instanceof Value.Bytes(var raw, _) ? raw.toArray() : new byte[0];
      meta.write(new byte[] {2, 0, (byte) element.tag().element(), (byte) (element.tag().element() >> 8), (byte) element.vr().name().charAt(0), (byte) element.vr().name().charAt(1)});
      meta.write(vr ? new byte[] {0, 0, (byte) value.length, 0, 0, 0} : new byte[] {(byte) value.length, 0});
      meta.write(value);
    }
    int end = 144 + ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN).getInt(140);
    var source = new ByteArrayOutputStream();
    source.write(plain, 0, end);
    source.write(meta.toByteArray());
    source.write(plain, end, plain.length - end);
    var bytes = source.toByteArray();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(140, end - 144 + meta.size());
    System.arraycopy("II*\0Qzname of somebody".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 22);

    var after = run(Files.write(folder.resolve("in.dcm"), bytes), profile, Facts.NONE).orElseThrow();

    assertFalse(text(after).toUpperCase(java.util.Locale.ROOT).contains("QZ"));
    assertArrayEquals(new byte[128], Arrays.copyOf(Files.readAllBytes(after), 128));
    try (var file = new DicomReader(ReadOptions.STRICT).read(after)) {
      assertEquals(List.of(0x0000, 0x0001, 0x0002, 0x0003, 0x0010, 0x0012, 0x0013), file.fileMeta().stream().map(e -> e.tag().element()).toList());
      assertEquals(Optional.of("UMBRA"), file.fileMeta().text(Tag.of(0x0002, 0x0013)));
      assertEquals(file.dataSet().text(Tags.SOP_INSTANCE_UID), file.fileMeta().text(Tags.MEDIA_STORAGE_SOP_INSTANCE_UID));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ps315-basic", "midi-research", "strict", "tcia"})
  void paddingAndBytesAfterTheEndAreGone(String profile) throws Exception {
    var bytes = new ByteArrayOutputStream();
    bytes.write(written(image(DataElement.ofAscii(Tag.of(0xFFFC, 0xFFFC), VR.OB, "Qzpadding."))));
    bytes.write("\0\0\0\0\0\0\0\0Qzname after all".getBytes(StandardCharsets.US_ASCII));
    var after = run(Files.write(folder.resolve("in.dcm"), bytes.toByteArray()), profile, Facts.NONE);
    assertTrue(after.isPresent());
    assertFalse(text(after.get()).contains("Qz"));
  }

  @Test
  void elementsOfCommandsAndDirectoriesGoAndADirectoryDoesNotLeave() throws Exception {
    var odd = Files.write(folder.resolve("odd.dcm"), written(image(DataElement.ofAscii(Tag.of(0x0004, 0x1130), VR.CS, "QZSET"))));
    assertFalse(text(run(odd, "ps315-basic", Facts.NONE).orElseThrow()).contains("QZSET"));
    var directory = Files.write(folder.resolve("DICOMDIR"), written(image(DataElement.ofItems(Tag.of(0x0004, 0x1220), List.of(DataSet.of(DataElement.ofAscii(Tags.PATIENT_ID, VR.LO, "QX-77431")))))));
    assertTrue(run(directory, "midi-research", Facts.NONE).isEmpty());
  }

  @Test
  void namesOfFilesAndFoldersAreNew() throws Exception {
    var source = Files.createDirectories(folder.resolve("DOE_JOHN")).resolve("QX-77431.dcm");
    Files.write(source, written(image()));
    var after = run(source, "midi-research", Facts.NONE).orElseThrow();
    for (var original : List.of("DOE", "QX-77431", "1.3.6.1.4.1.9")) assertFalse(folder.relativize(after).toString().contains(original));
    assertTrue(after.getFileName().toString().startsWith("2.25."));
  }

  private static byte[] encoded(String text, String charset) throws IOException {
    var bytes = new ByteArrayOutputStream();
    if (charset.equals("EUC-KR")) bytes.write("\u001B$)C".getBytes(StandardCharsets.US_ASCII));
    bytes.write(text.getBytes(Charset.forName(charset)));
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO_IR 192:UTF-8:\u5C71\u7530 im Kopf", "GB18030:GB18030:\u4E00\u4E01\u8BF7", "\\ISO 2022 IR 149:EUC-KR:\uD64D\uAE38\uB3D9", "ISO_IR 127:ISO-8859-6:\u0642\u0628\u0627\u0646\u064A",
      "ISO_IR 13:Shift_JIS:\uFF94\uFF8F\uFF80\uFF9E"})
  void textThatStaysDecodesToTheSameAndTheSubjectsOwnNameDoesNotStay(String three) throws Exception {
    var parts = three.split(":");
    var comment = DataElement.ofBytes(COMMENTS, VR.LT, encoded(parts[2], parts[1]));
    var set = DataElement.ofAscii(Tags.SPECIFIC_CHARACTER_SET, VR.CS, parts[0]);
    var harmless = run(Files.write(folder.resolve("in.dcm"), written(image(set, comment))), "midi-research", ALL_KEPT).orElseThrow();
    try (var after = new DicomReader(ReadOptions.LENIENT).read(harmless)) {
      assertEquals(Optional.of(parts[2]), after.dataSet().text(COMMENTS));
    }
    Files.delete(harmless);
    var bytes = new ByteArrayOutputStream();
    bytes.write("Yamada=".getBytes(StandardCharsets.US_ASCII));
    bytes.write(encoded(parts[2], parts[1]));
    var name = DataElement.ofBytes(Tags.PATIENT_NAME, VR.PN, bytes.toByteArray());
    var own = run(Files.write(folder.resolve("in.dcm"), written(image(set, name, comment))), "midi-research", ALL_KEPT).orElseThrow();
    try (var after = new DicomReader(ReadOptions.LENIENT).read(own)) {
      assertFalse(after.dataSet().contains(COMMENTS), "it holds the name of its subject");
    }
  }

  private static byte[] image(Value pixels) throws IOException {
    var dataSet = image(number(0x0002, 1), DataElement.ofAscii(Tag.of(0x0028, 0x0004), VR.CS, "MONOCHROME2"), number(0x0010, 2), number(0x0011, 2), number(0x0100, 8), number(0x0101, 8), number(0x0102, 7),
        number(0x0103, 0), new DataElement(Tags.PIXEL_DATA, VR.OB, pixels));
    var bytes = new ByteArrayOutputStream();
    new DicomWriter().write(DicomWriter.newFile(dataSet, TransferSyntax.RLE_LOSSLESS), Channels.newChannel(bytes));
    return bytes.toByteArray();
  }

  private static DataElement number(int element, int value) {
    return DataElement.ofBytes(Tag.of(0x0028, element), VR.US, new byte[] {(byte) value, 0});
  }

  @Test
  void aDelimiterThatTheSourceLacksIsWritten() throws Exception {
    var frame = Arrays.copyOf(new byte[] {1, 0, 0, 0, 64}, 70);
    System.arraycopy(new byte[] {3, 10, 20, 30, 40, -128}, 0, frame, 64, 6);
    var whole = image(new Value.Fragments(ByteSlice.EMPTY, List.of(ByteSlice.of(frame))));

    var after = run(Files.write(folder.resolve("in.dcm"), Arrays.copyOf(whole, whole.length - 8)), "midi-research", Facts.NONE).orElseThrow();

    try (var file = new DicomReader(ReadOptions.LENIENT).read(after)) {
      assertEquals(List.of(), file.notes());
      assertTrue(file.dataSet().find(Tags.PIXEL_DATA).orElseThrow().value() instanceof Value.Fragments(_, var rest) && Arrays.equals(frame, rest.getFirst().toArray()));
    }
  }

  @Test
  void nativePixelsInATransferSyntaxOfFragmentsDoNotLeave() throws Exception {
    var plain = image(new Value.Bytes(ByteSlice.of(new byte[] {1, 2, 3, 4}), ByteOrder.LITTLE_ENDIAN));
    assertTrue(run(Files.write(folder.resolve("in.dcm"), plain), "midi-research", Facts.NONE).isEmpty());
  }

  @Test
  void aNumberThatIsThePatientIdIsEmptied() throws Exception {
    var id = DataElement.ofAscii(Tags.PATIENT_ID, VR.LO, "123456");
    var after = run(Files.write(folder.resolve("in.dcm"), written(image(id, DataElement.ofAscii(Tag.of(0x0020, 0x0011), VR.IS, "123456"), DataElement.ofAscii(Tag.of(0x0020, 0x0013), VR.IS, "123457")))), "midi-research", Facts.NONE);
    try (var file = new DicomReader(ReadOptions.LENIENT).read(after.orElseThrow())) {
      assertEquals(Optional.empty(), file.dataSet().text(Tag.of(0x0020, 0x0011)).filter(t -> !t.isEmpty()));
      assertTrue(file.dataSet().contains(Tag.of(0x0020, 0x0011)), "Series Number is of Type 2");
      assertEquals(Optional.of("123457"), file.dataSet().text(Tag.of(0x0020, 0x0013)));
    }
  }

  /// A delimiter with a length, bytes where an Item belongs, a Sequence that is never closed: what stays is not copied with them.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void bytesBetweenItemsAreGone(int kind) throws Exception {
    var delimiter = new byte[] {(byte) 0xFE, (byte) 0xFF, (byte) 0xDD, (byte) 0xE0, 0, 0, 0, 0};
    var bytes = new ByteArrayOutputStream();
    bytes.write(written(image()));
    // Waveform Sequence (5400,0100) of undefined length with one Item
    bytes.write(new byte[] {0, 0x54, 0, 1, 'S', 'Q', 0, 0, -1, -1, -1, -1, (byte) 0xFE, (byte) 0xFF, 0, (byte) 0xE0, 10, 0, 0, 0});
    bytes.write(new byte[] {0x3A, 0, 5, 0, 'U', 'S', 2, 0, 1, 0});
    if (kind == 0) {
      delimiter[4] = 'Q';
      delimiter[5] = 'Z';
    }
    if (kind == 1) bytes.write("QZNAMEQZ".getBytes(StandardCharsets.US_ASCII));
    if (kind < 2) bytes.write(delimiter);

    var after = run(Files.write(folder.resolve("in.dcm"), bytes.toByteArray()), "midi-research", Facts.NONE);

    if (after.isEmpty()) return; // it stays here
    assertFalse(text(after.get()).contains("QZ"));
    try (var file = new DicomReader(ReadOptions.STRICT).read(after.get())) {
      assertEquals(List.of(), file.notes());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1 << 20, 3 << 20})
  void aNameInALongPrivateBlockKeepsTheFileWhetherPackedOrNot(int at) throws Exception {
    for (boolean packed : new boolean[] {false, true}) {
      var block = new byte[(3 << 20) + 1000];
      var name = "name Zwetsloot ".getBytes(StandardCharsets.US_ASCII);
      if (packed) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new java.util.zip.GZIPOutputStream(out)) {
          deflater.write(name);
        }
        name = out.toByteArray();
      }
      System.arraycopy(name, 0, block, at, name.length);
      var word = DataElement.ofItems(Tag.of(0x0008, 0x0300), List.of(DataSet.of(DataElement.ofBytes(Tag.of(0x0008, 0x0301), VR.US, new byte[] {0x43, 0}),
          DataElement.ofAscii(Tag.of(0x0008, 0x0302), VR.LO, "A MAKER"), DataElement.ofAscii(Tag.of(0x0008, 0x0303), VR.CS, "SAFE"))));
      var source = image(word, DataElement.ofAscii(Tag.of(0x0043, 0x0010), VR.LO, "A MAKER"), DataElement.ofBytes(Tag.of(0x0043, 0x1001), VR.OB, block));
      var after = run(Files.write(folder.resolve("in.dcm"), written(source)), "midi-research", Facts.NONE);
      if (after.isPresent()) assertFalse(text(after.get()).contains("Zwetsloot") || packed, "at " + at);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ps315-basic", "midi-research", "strict", "tcia"})
  void textsOfAnIccProfileGoAndItsColoursStay(String profile) throws Exception {
    var colours = ICC_Profile.getInstance(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    var text = "QZ scanner of Dr Zwetsloot";
    colours.setData(ICC_Profile.icSigProfileDescriptionTag, ByteBuffer.allocate(12 + text.length() + 79).put("desc".getBytes(StandardCharsets.US_ASCII)).putInt(8, text.length() + 1)
        .put(12, text.getBytes(StandardCharsets.US_ASCII)).array());
    var icc = Tag.of(0x0028, 0x2000);
    var path = DataElement.ofItems(Tag.of(0x0048, 0x0105), List.of(DataSet.of(DataElement.ofBytes(icc, VR.OB, colours.getData()))));
    var source = image(DataElement.ofAscii(Tags.SOP_CLASS_UID, VR.UI, "1.2.840.10008.5.1.4.1.1.77.1.6"), DataElement.ofBytes(icc, VR.OB, colours.getData()), path);

    var after = run(Files.write(folder.resolve("in.dcm"), written(source)), profile, Facts.NONE).orElseThrow();

    assertFalse(text(after).contains("QZ") || text(after).contains("Zwetsloot"));
    try (var file = new DicomReader(ReadOptions.STRICT).read(after)) {
      var kept = file.dataSet().items(Tag.of(0x0048, 0x0105)).getFirst().find(icc).orElseThrow();
      var bytes = kept.value() instanceof Value.Bytes(var raw, _) ? raw.toArray() : new byte[0];
      var white = new float[] {1, 1, 1};
      assertArrayEquals(new ICC_ColorSpace(colours).toCIEXYZ(white), new ICC_ColorSpace(ICC_Profile.getInstance(bytes)).toCIEXYZ(white), 0.001f);
    }
  }
}
