package umbra.practice.object;

import umbra.dicom.DataSet;
import umbra.practice.study.Attributes;
import umbra.practice.study.PracticeUids;
import umbra.practice.study.Study;

/// A Basic Text SR whose text names the patient.
public final class PracticeReport {
  private static final String BASIC_TEXT_SR = "1.2.840.10008.5.1.4.1.1.88.11";

  private PracticeReport() {}

  public static DataSet of(Study study, PracticeUids uids) {
    var name = study.person().name().replace('^', ' ');
    return study.instance(BASIC_TEXT_SR, "SR", uids.next(), 9, uids.next(), 1)
        .text("CompletionFlag", "COMPLETE")
        .text("VerificationFlag", "UNVERIFIED")
        .text("ValueType", "CONTAINER")
        .text("ContinuityOfContent", "SEPARATE")
        .items("ConceptNameCodeSequence", code("18748-4", "LN", "Diagnostic imaging report"))
        .items("ContentSequence",
            text("121071", "Finding", name + " was seen on " + study.date() + ". No focal lesion."),
            text("121077", "Conclusion", "Nothing that a synthetic patient could have."))
        .items("PerformedProcedureCodeSequence").items("ReferencedPerformedProcedureStepSequence")
        .dataSet();
  }

  private static DataSet text(String code, String meaning, String value) {
    return new Attributes().text("RelationshipType", "CONTAINS").text("ValueType", "TEXT")
        .items("ConceptNameCodeSequence", code(code, "DCM", meaning)).text("TextValue", value).dataSet();
  }

  private static DataSet code(String value, String scheme, String meaning) {
    return new Attributes().text("CodeValue", value).text("CodingSchemeDesignator", scheme).text("CodeMeaning", meaning).dataSet();
  }
}
