package umbra.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.deid.identifier.Identifier;
import umbra.deid.identifier.IdentifierKind;
import umbra.deid.identifier.Identifiers;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.dicom.write.DicomWriter;
import umbra.io.ByteSlice;

class LeakSweepTest {
  private static final Tag COMMENTS = Tag.of(0x0020, 0x4000);
  private static final Tag BLOB = Tag.of(0x0029, 0x1010);

  private static LeakSweep sweep() {
    var identifiers = new Identifiers();
    identifiers.add(DataSet.of(DataElement.ofAscii(Tags.PATIENT_NAME, VR.PN, "Zwetsloot^Quirine"), DataElement.ofAscii(Tags.PATIENT_ID, VR.LO, "QX-77431"),
        DataElement.ofAscii(Tag.of(0x0010, 0x0030), VR.DA, "19640229"), DataElement.ofAscii(Tags.SOP_INSTANCE_UID, VR.UI, "1.3.6.1.4.1.9.77.5"),
        DataElement.ofAscii(Tag.of(0x0008, 0x0080), VR.LO, "Hospital of Veldrum"), DataElement.ofAscii(Tag.of(0x0008, 0x0090), VR.PN, "Okonkwo^B")));
    return new LeakSweep(new Needles(identifiers.all(), Set.of()));
  }

  private static List<Leak> leaks(DataElement... elements) {
    return sweep().of(DicomWriter.newFile(DataSet.of(elements), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"seen: ZWETSLOOT", "Quirine Zwetsloot", "zwetsloot, quirine", "zwetslootquirine", "QUIRINE_ZWETSLOOT", "id QX-77431.", "qx77431", "born 1964-02-29", "29.02.1964",
      "02/29/1964", "29 Feb 1964", "February 29, 1964", "at 19640229120000", "-184291200", "see 1.3.6.1.4.1.9.77.5.1", "hospital of veldrum", "read by Okonkwo"})
  void everyFormIsFoundInText(String text) {
    assertFalse(leaks(DataElement.ofAscii(COMMENTS, VR.LT, text)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zwetslootstraat", "AQX-774310", "1964", "29640229", "ct chest", "11.3.6.1.4.1.9.77.5"})
  void whatOnlyLooksLikeItIsNot(String text) {
    assertEquals(List.of(), leaks(DataElement.ofAscii(COMMENTS, VR.LT, text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1"})
  void privateBytesAreSearchedInEachEncoding(String charset) {
    var bytes = "\u0001\u0002 Zwetsloot \u0003".getBytes(Charset.forName(charset));

    assertEquals(List.of(new Leak(IdentifierKind.NAME, "(0029,1010)")), leaks(DataElement.ofBytes(BLOB, VR.OB, bytes)));
  }

  @Test
  void streamsInsideBytesAreInflated() throws IOException {
    for (var packed : List.of(gzip("patient Zwetsloot"), zlib("patient Zwetsloot"), gzip(new String(zlib("patient Zwetsloot"), StandardCharsets.ISO_8859_1)))) {
      var blob = new ByteArrayOutputStream();
      blob.write(new byte[300]);
      blob.write(packed);

      assertEquals(1, leaks(DataElement.ofBytes(BLOB, VR.OB, blob.toByteArray())).size());
    }
  }

  private static byte[] gzip(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
    return out.toByteArray();
  }

  private static byte[] zlib(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zlib = new DeflaterOutputStream(out)) {
      zlib.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO_IR 192:UTF-8", "GB18030:GB18030", "\\ISO 2022 IR 87:ISO-2022-JP", "ISO_IR 13:Shift_JIS", "\\ISO 2022 IR 149:EUC-KR"})
  void namesOfOtherScriptsAreFoundInEachCharacterSet(String both) {
    var term = both.substring(0, both.indexOf(':'));
    var charset = Charset.forName(both.substring(both.indexOf(':') + 1));
    var name = term.contains("149") ? "\uD64D\uAE38\uB3D9" : term.equals("ISO_IR 13") ? "\uFF94\uFF8F\uFF80\uFF9E" : "\u5C71\u7530\u592A\u90CE";
    var needles = new Needles(Set.of(new Identifier(IdentifierKind.NAME, "=" + name)), Set.of());
    var text = charset.name().equals("EUC-KR") ? "\u001B$)C".getBytes(StandardCharsets.US_ASCII) : new byte[0];
    var encoded = (name).getBytes(charset);
    var bytes = java.util.Arrays.copyOf(text, text.length + encoded.length);
    System.arraycopy(encoded, 0, bytes, text.length, encoded.length);
    var dataSet = DataSet.of(DataElement.ofAscii(Tags.SPECIFIC_CHARACTER_SET, VR.CS, term), DataElement.ofBytes(COMMENTS, VR.LT, bytes));

    assertFalse(new LeakSweep(needles).of(DicomWriter.newFile(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)).isEmpty());
  }

  @Test
  void streamsWithoutSegmentsAndTablesThatAreNoneAreSearched() {
    var video = new byte[(1 << 20) + 300];
    var text = "of Zwetsloot^Quirine ".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, video, (1 << 20) - 9, text.length);
    assertEquals(1, leaks(new DataElement(Tags.PIXEL_DATA, VR.OB, new Value.Fragments(ByteSlice.EMPTY, List.of(ByteSlice.of(video))))).size(), "across two pieces");
    var table = new byte[] {(byte) 0xFF, 0x4F, (byte) 0xFF, 0x58, 0, 23};
    var stream = java.util.Arrays.copyOf(table, table.length + text.length);
    System.arraycopy(text, 0, stream, table.length, text.length);
    assertEquals(1, leaks(new DataElement(Tags.PIXEL_DATA, VR.OB, new Value.Fragments(ByteSlice.EMPTY, List.of(ByteSlice.of(stream))))).size());
  }

  @Test
  void smallSamplesOfAWaveformSpellNoShortNameAndWhatIsWrittenThereIsFound() {
    var needles = new Needles(Set.of(new Identifier(IdentifierKind.PERSON, "Jansen^Ann"), new Identifier(IdentifierKind.NAME, "Zwetsloot^Quirine")), Set.of());
    assertEquals(0, leaksOfWaveform(needles, "  Jansen  ".getBytes(StandardCharsets.UTF_16LE)));
    assertEquals(1, leaksOfWaveform(needles, "Zwetsloot Quirine".getBytes(StandardCharsets.UTF_16LE)));
    assertEquals(1, leaksOfWaveform(needles, "\1\1Jansen\1\1".getBytes(StandardCharsets.US_ASCII)));
  }

  private static int leaksOfWaveform(Needles needles, byte[] samples) {
    var waveform = DataElement.ofItems(Tag.of(0x5400, 0x0100), List.of(DataSet.of(DataElement.ofBytes(Tag.of(0x5400, 0x1010), VR.OW, samples))));
    return new LeakSweep(needles).of(DicomWriter.newFile(DataSet.of(waveform), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)).size();
  }

  @Test
  void bitstreamCommentsAndNestedItemsAreSearched() {
    var text = "by Zwetsloot".getBytes(StandardCharsets.US_ASCII);
    var jpeg = new byte[2 + 4 + text.length + 2];
    jpeg[0] = (byte) 0xFF;
    jpeg[1] = (byte) 0xD8;
    jpeg[2] = (byte) 0xFF;
    jpeg[3] = (byte) 0xFE;
    jpeg[5] = (byte) (text.length + 2);
    System.arraycopy(text, 0, jpeg, 6, text.length);
    var pixels = new DataElement(Tags.PIXEL_DATA, VR.OB, new Value.Fragments(ByteSlice.EMPTY, List.of(ByteSlice.of(jpeg))));
    var nested = DataElement.ofItems(Tag.of(0x0040, 0x0275), List.of(DataSet.of(DataElement.ofAscii(Tag.of(0x0040, 0x0007), VR.LO, "for QX-77431"))));

    assertEquals(List.of(new Leak(IdentifierKind.ID, "RequestAttributesSequence[0].ScheduledProcedureStepDescription"), new Leak(IdentifierKind.NAME, "PixelData bitstream")),
        leaks(nested, pixels));
  }

  @Test
  void nativeSamplesAndAllowedFormsAreNoLeak() {
    var samples = DataElement.ofBytes(Tags.PIXEL_DATA, VR.OW, "xx Zwetsloot xx".getBytes(StandardCharsets.US_ASCII));
    var needles = new Needles(Set.of(new Identifier(IdentifierKind.DATE, "20200101")), Set.of("20200101"));

    assertEquals(List.of(), leaks(samples));
    assertTrue(needles.in("20200101").isEmpty());
  }

  /// Whatever rule fails to do its work, the sweep names the place.
  @Test
  void whicheverRuleIsOffTheSweepNamesThePlace() throws Exception {
    var elements = List.of(DataElement.ofAscii(Tags.PATIENT_NAME, VR.PN, "Zwetsloot^Quirine"), DataElement.ofAscii(Tags.PATIENT_ID, VR.LO, "QX-77431"),
        DataElement.ofAscii(Tag.of(0x0010, 0x0030), VR.DA, "19640229"), DataElement.ofAscii(Tags.SOP_INSTANCE_UID, VR.UI, "1.3.6.1.4.1.9.77.5"),
        DataElement.ofAscii(Tag.of(0x0008, 0x0080), VR.LO, "Hospital of Veldrum"), DataElement.ofAscii(Tag.of(0x0008, 0x0090), VR.PN, "Okonkwo^B"),
        DataElement.ofAscii(Tag.of(0x0020, 0x000D), VR.UI, "1.3.6.1.4.1.9.77.1"), DataElement.ofAscii(Tag.of(0x0020, 0x000E), VR.UI, "1.3.6.1.4.1.9.77.2"),
        DataElement.ofAscii(Tag.of(0x0008, 0x0016), VR.UI, "1.2.840.10008.5.1.4.1.1.2"));
    var source = DataSet.of(elements.stream().sorted(java.util.Comparator.comparing(DataElement::tag)).toArray(DataElement[]::new));
    var key = umbra.deid.value.ProjectKey.of("a key of the tests, long enough".getBytes(StandardCharsets.US_ASCII));
    var pseudonyms = new umbra.deid.value.KeyedPseudonyms(key, umbra.deid.value.PatientNaming.KEYED, java.util.Map.of(), false);
    var clean = new umbra.deid.Planner(umbra.deid.profile.ProfileStore.read(java.nio.file.Path.of("profiles/midi-research.yaml")), pseudonyms).plan(source, umbra.deid.Facts.NONE).result();
    assertEquals(List.of(), sweep().of(DicomWriter.newFile(clean, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)));
    for (var element : elements.subList(0, 6)) {
      var leaks = sweep().of(DicomWriter.newFile(clean.with(element), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
      assertTrue(leaks.stream().anyMatch(l -> l.where().equals(umbra.dicom.dict.TagPaths.print(umbra.dicom.TagPath.of(element.tag())))), element.tag() + " " + leaks);
    }
  }
}
