package umbra.workspace.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umbra.catalog.finding.Finding;
import umbra.catalog.finding.Severity;
import umbra.dicom.DataSet;
import umbra.ocr.Box;
import umbra.ocr.TextBox;
import umbra.ocr.judge.TextClass;
import umbra.ocr.judge.TextJudge;
import umbra.ocr.judge.Verdict;
import umbra.ocr.judge.Vocabulary;
import umbra.practice.study.Attributes;

class TissueSpecksTest {
  private static DataSet header(String sopClass, String flavour) {
    return new Attributes().text("SOPClassUID", sopClass).text("Modality", "SM").text("PatientName", "Li^Bo").text("ImageType", "ORIGINAL\\PRIMARY\\" + flavour + "\\NONE").dataSet();
  }

  private static final DataSet TISSUE = header("1.2.840.10008.5.1.4.1.1.77.1.6", "VOLUME");

  private static TextBox text(String text, int width, int height) {
    return new TextBox(new Box(100, 100, width, height), text, "", 0.95f, 0.9f, 2, 2, 0);
  }

  /// Nuclei that no reader made a word of, in several tiles, and one more reading.
  private static Finding among(DataSet header, int marks, TextBox text) {
    var seen = new ArrayList<Seen>();
    for (int i = 0; i < marks; i++) seen.add(new Seen("", i % 3, i % 3, new TextBox(new Box(20 * i, 5, 16, 15), ".", "", 0.2f, 0.9f, 1, 2, 0)));
    seen.add(new Seen("", 1, 1, text));
    var all = new Judging(new TextJudge(Vocabulary.empty()), header).findings(new Sight(seen, List.of(), true));
    return all.stream().filter(f -> f.text().equals(text.text()) && f.width() == text.box().width()).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"ee,27,17", "中心,27,20", "o1,12,12", "·.,35,21"})
  void aSignOrTwoOfTheSizeOfManySpecksIsOneOfThem(String text, int width, int height) {
    assertEquals("text-mark", among(TISSUE, 12, text(text, width, height)).kind());
  }

  @ParameterizedTest
  @CsvSource({"ROE,40,15", "ee,60,17", "ee,27,50", "LI,24,16"})
  void aWordALargeSignAndWhatResemblesTheHeaderAreText(String text, int width, int height) {
    assertEquals(Severity.SUSPECT, among(TISSUE, 12, text(text, width, height)).severity());
  }

  @Test
  void fewMarksAreNoTissueAndOtherImagesHaveNone() {
    assertEquals("text-unknown", among(TISSUE, 7, text("ee", 27, 17)).kind());
    assertEquals("text-unknown", among(header("1.2.840.10008.5.1.4.1.1.77.1.6", "LABEL"), 12, text("ee", 27, 17)).kind());
    assertEquals("text-unknown", among(header("1.2.840.10008.5.1.4.1.1.6.1", "VOLUME"), 12, text("ee", 27, 17)).kind());
  }

  @Test
  void whatHasAShapeOfItsOwnIsLeftAlone() {
    var specks = new TissueSpecks(48, 45);
    for (var kind : List.of(TextClass.SUBJECT, TextClass.DATE, TextClass.TECHNICAL)) assertEquals(kind, specks.of(text("ee", 20, 15), new Verdict(kind, "")).textClass());
    assertTrue(specks.of(text("ee", 20, 15), new Verdict(TextClass.UNREADABLE, "")).textClass() == TextClass.MARK);
  }
}
