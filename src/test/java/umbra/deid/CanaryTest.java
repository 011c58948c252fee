package umbra.deid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.deid.rule.Code;
import umbra.deid.rule.Profile;
import umbra.deid.table.ConfidentialityTable;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.dict.Dictionary;
import umbra.dicom.write.DicomWriter;

/// Every text element of Table E.1-1 holds a string found nowhere else: at the top, in a Sequence of the standard, in a private one.
class CanaryTest {
  private static final String MARK = "KNRY";
  private static final Tag REFERENCES = Tag.of(0x0008, 0x1140);
  private final List<String> planted = new ArrayList<>();

  /// @param profile its options may keep some rows by the word of the table; these are not planted
  private List<DataElement> canaries(Profile profile) {
    var elements = new ArrayList<DataElement>();
    for (var row : ConfidentialityTable.standard().rows()) {
      if (!row.pattern().matches("[0-9A-Fa-f]{8}") || row.basic() == Code.K || row.options().entrySet().stream().anyMatch(o -> o.getValue() == Code.K && profile.has(o.getKey()))) continue;
      var tag = new Tag(Integer.parseUnsignedInt(row.pattern(), 16));
      if (tag.group() < 8) continue;
      switch (Dictionary.standard().implicitVr(tag.packed())) {
        case LO, SH, LT, ST, UT, UC, PN, UR, AE, CS -> elements.add(DataElement.ofAscii(tag, Dictionary.standard().implicitVr(tag.packed()), canary()));
        default -> {}
      }
    }
    return elements;
  }

  private String canary() {
    var one = MARK + String.format("%06d", planted.size());
    planted.add(one);
    return one;
  }

  @ParameterizedTest
  @ValueSource(strings = {"ps315-basic", "midi-research", "strict", "tcia"})
  void noneSurvives(String name) throws Exception {
    var profile = Fixture.profile(name);
    var source = Fixture.ct(canaries(profile).toArray(DataElement[]::new)).with(DataElement.ofItems(REFERENCES, List.of(DataSet.of(canaries(profile).toArray(DataElement[]::new)))))
        .with(DataElement.ofAscii(Tag.of(0x0029, 0x0010), VR.LO, canary())).with(DataElement.ofAscii(Tag.of(0x0029, 0x1001), VR.LO, canary()))
        .with(DataElement.ofItems(Tag.of(0x0029, 0x1002), List.of(DataSet.of(canaries(profile).toArray(DataElement[]::new)))))
        .with(DataElement.ofAscii(Tag.of(0x0018, 0x7FFE), VR.UN, canary())).with(DataElement.ofAscii(Tag.of(0xFFFC, 0xFFFC), VR.OB, canary()));
    assertTrue(planted.size() > 500, "planted " + planted.size());
    var result = Fixture.planner(profile).plan(source, Facts.NONE).result();
    var bytes = new ByteArrayOutputStream();
    new DicomWriter().write(DicomWriter.newFile(result, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), Channels.newChannel(bytes));
    var text = bytes.toString(StandardCharsets.ISO_8859_1);
    assertEquals(List.of(), planted.stream().filter(text::contains).map(c -> place(source, c)).toList());
  }

  private static String place(DataSet dataSet, String canary) {
    for (var element : dataSet) {
      for (var item : element.items()) if (!place(item, canary).isEmpty()) return element.tag() + place(item, canary);
      if (dataSet.text(element.tag()).filter(canary::equals).isPresent()) return element.tag().toString();
    }
    return "";
  }
}
