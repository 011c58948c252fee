package umbra.practice.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.dicom.DataSet;
import umbra.dicom.TransferSyntax;
import umbra.dicom.write.DicomWriter;
import umbra.practice.study.Attributes;

class ScorerTest {
  @TempDir
  private Path folder;

  private Map<String, String> row;

  @BeforeEach
  void aFileThatLeft() throws IOException {
    row = new HashMap<>(Map.of("original_path", "a.dcm", "original_patient_id", "P1", "original_study_instance_uid", "1.2.1", "original_series_instance_uid", "1.2.2",
        "original_sop_instance_uid", "1.2.3", "path", "new.dcm", "patient_id", "N1", "study_instance_uid", "2.25.1", "series_instance_uid", "2.25.2"));
    row.put("sop_instance_uid", "2.25.3");
    row.put("withheld", "");
    var pixels = new byte[32 * 32];
    pixels[33] = 9;
    write(new Attributes().text("SOPClassUID", "1.2.840.10008.5.1.4.1.1.7").text("SOPInstanceUID", "2.25.3").text("PatientID", "N1").text("StudyDate", "20190302")
        .text("ContentDate", "20190303").text("Modality", "OT").text("AccessionNumber", "").shorts("SamplesPerPixel", 1).shorts("Rows", 32).shorts("Columns", 32)
        .bytes("PixelData", umbra.dicom.VR.OB, pixels).dataSet());
  }

  private void write(DataSet dataSet) throws IOException {
    new DicomWriter().write(DicomWriter.newFile(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), folder.resolve("new.dcm"));
  }

  private boolean met(String where, AnswerAction action, String expected) throws IOException {
    return new Scorer(folder, List.of(row)).score(List.of(new Answer("a.dcm", "1.2.3", where, action, expected))).faults().isEmpty();
  }

  @Test
  void tellsHitsFromMissesForEachAction() throws IOException {
    assertEquals(List.of(true, false), List.of(met("AccessionNumber", AnswerAction.TAG_RETAINED, ""), met("StudyID", AnswerAction.TAG_RETAINED, "")));
    assertEquals(List.of(true, false), List.of(met("PatientID", AnswerAction.TEXT_NOTNULL, ""), met("AccessionNumber", AnswerAction.TEXT_NOTNULL, "")));
    assertEquals(List.of(true, false), List.of(met("Modality", AnswerAction.TEXT_RETAINED, "OT"), met("Modality", AnswerAction.TEXT_RETAINED, "CT")));
    assertEquals(List.of(true, false), List.of(met("PatientID", AnswerAction.TEXT_REMOVED, "P1"), met("PatientID", AnswerAction.TEXT_REMOVED, "N1")));
    assertEquals(List.of(true, false), List.of(met("StudyDate", AnswerAction.DATE_SHIFTED, "20200302"), met("StudyDate", AnswerAction.DATE_SHIFTED, "20190302")));
    assertEquals(List.of(true, false), List.of(met("SOPInstanceUID", AnswerAction.UID_CHANGED, "1.2.3"), met("SOPInstanceUID", AnswerAction.UID_CHANGED, "2.25.3")));
    assertEquals(List.of(true, false), List.of(met("SOPInstanceUID", AnswerAction.UID_CONSISTENT, "1.2.3"), met("SOPInstanceUID", AnswerAction.UID_CONSISTENT, "1.2.2")));
    assertEquals(List.of(true, false), List.of(met("PatientID", AnswerAction.PATID_CONSISTENT, "P1"), met("PatientID", AnswerAction.PATID_CONSISTENT, "P2")));
    assertEquals(List.of(true, false), List.of(met("PixelData", AnswerAction.PIXELS_HIDDEN, "2,2,8,8"), met("PixelData", AnswerAction.PIXELS_HIDDEN, "0,0,8,8")));
    var pixels = new byte[32 * 32];
    assertEquals(false, met("PixelData", AnswerAction.PIXELS_RETAINED, PixelHash.of(pixels)));
    pixels[33] = 9;
    assertTrue(met("PixelData", AnswerAction.PIXELS_RETAINED, PixelHash.of(pixels)));
  }

  @Test
  void datesOfOneSubjectMustMoveAlike() throws IOException {
    var alike = List.of(new Answer("a.dcm", "1.2.3", "StudyDate", AnswerAction.DATE_SHIFTED, "20200302"), new Answer("a.dcm", "1.2.3", "ContentDate", AnswerAction.DATE_SHIFTED, "20200302"));

    assertEquals(1, new Scorer(folder, List.of(row)).score(alike).failed(AnswerAction.DATE_SHIFTED));
  }

  @Test
  void countsWithheldFilesApartAndMissingOnesAsFaults() throws IOException {
    var answers = List.of(new Answer("a.dcm", "1.2.3", "Modality", AnswerAction.TEXT_RETAINED, "OT"));
    Files.delete(folder.resolve("new.dcm"));
    assertEquals(1, new Scorer(folder, List.of(row)).score(answers).failed(AnswerAction.TEXT_RETAINED));
    assertEquals(1, new Scorer(folder, List.of()).score(answers).faults().size());
    row.put("withheld", "a reason");
    var score = new Scorer(folder, List.of(row)).score(answers);
    assertEquals(1, score.withheld());
    assertEquals(0, score.faults().size());
  }

  @Test
  void theCollectionIsTheSameForTheSameSeedAndHoldsThousandsOfIdentifiers() throws IOException {
    var answers = KnownAnswers.write(folder.resolve("one"), 3);
    KnownAnswers.write(folder.resolve("two"), 3);

    assertTrue(answers.stream().map(Answer::file).distinct().count() >= 200);
    assertTrue(Kind.ALL.stream().map(Kind::sopClass).distinct().count() >= 25);
    assertTrue(answers.stream().filter(a -> a.action() == AnswerAction.TEXT_REMOVED).count() > 5000);
    assertEquals(AnswerAction.values().length, answers.stream().map(Answer::action).collect(Collectors.toSet()).size());
    for (var file : answers.stream().map(Answer::file).distinct().toList()) {
      assertArrayEquals(Files.readAllBytes(folder.resolve("one").resolve(file)), Files.readAllBytes(folder.resolve("two").resolve(file)), file);
    }
  }
}
