package umbra.practice.object;

import java.util.List;
import umbra.dicom.DataSet;
import umbra.practice.study.Attributes;
import umbra.practice.study.CtVolume;
import umbra.practice.study.PracticeUids;

/// A Comprehensive SR with measurements after TID 1500, whose shapes lie on the CT, and a Key Object Selection.
public final class Measurements {
  private static final String COMPREHENSIVE_SR = "1.2.840.10008.5.1.4.1.1.88.33";
  private static final String KEY_OBJECTS = "1.2.840.10008.5.1.4.1.1.88.59";
  private static final String CONTAINS = "CONTAINS";
  private static final String CONTEXT = "HAS OBS CONTEXT";

  private Measurements() {}

  public static DataSet report(CtVolume ct, PracticeUids uids) {
    var person = ct.study().person();
    int slice = 45;
    return document(ct, COMPREHENSIVE_SR, "SR", 10, List.of(slice), uids)
        .text("CompletionFlag", "COMPLETE").text("VerificationFlag", "VERIFIED")
        .items("VerifyingObserverSequence", new Attributes().text("VerifyingOrganization", "Practice Hospital of Nowhere").text("VerificationDateTime", ct.study().date() + ct.study().time())
            .text("VerifyingObserverName", person.referringPhysician()).items("VerifyingObserverIdentificationCodeSequence").dataSet())
        .items("PerformedProcedureCodeSequence").text("ValueType", "CONTAINER").text("ContinuityOfContent", "SEPARATE")
        .items("ContentTemplateSequence", new Attributes().text("MappingResource", "DCMR").text("TemplateIdentifier", "1500").dataSet())
        .code("ConceptNameCodeSequence", "126000", "DCM", "Imaging Measurement Report")
        .items("ContentSequence",
            code("HAS CONCEPT MOD", "121049", "Language of Content Item and Descendants", "en", "RFC5646", "English").dataSet(),
            item(CONTEXT, "PNAME", "121008", "Person Observer Name").text("PersonName", person.referringPhysician()).dataSet(),
            item(CONTEXT, "PNAME", "121029", "Subject Name").text("PersonName", person.name()).dataSet(),
            item(CONTEXT, "TEXT", "121030", "Subject ID").text("TextValue", person.id()).dataSet(),
            container("126010", "DCM", "Imaging Measurements", group(ct, slice, "Lesion 1 of " + person.name().split("\\^")[0], uids)),
            container("121070", "DCM", "Findings",
                item(CONTAINS, "TEXT", "121071", "Finding").text("TextValue", "Known cyst, unchanged since the visit of " + person.name().replace('^', ' ') + " in spring.").dataSet(),
                item(CONTAINS, "DATE", "111018", "Content Date").text("Date", ct.study().date()).dataSet(),
                item(CONTAINS, "TEXT", "121106", "Comment").text("TextValue", "No contrast medium was given.").dataSet()))
        .dataSet();
  }

  /// A group with an ellipse, its area and its mean.
  private static DataSet group(CtVolume ct, int slice, String tracking, PracticeUids uids) {
    var image = item("SELECTED FROM", "IMAGE").reference("ReferencedSOPSequence", CtVolume.SOP_CLASS, ct.instances().get(slice)).dataSet();
    var shape = item("INFERRED FROM", "SCOORD", "111030", "Image Region").items("ContentSequence", image).floats("GraphicData", 90, 310, 150, 310, 120, 285, 120, 335).text("GraphicType", "ELLIPSE").dataSet();
    var long1 = item("INFERRED FROM", "SCOORD").items("ContentSequence", image).floats("GraphicData", 90, 310, 150, 310).text("GraphicType", "POLYLINE").dataSet();
    return container("125007", "DCM", "Measurement Group",
        item(CONTEXT, "TEXT", "112039", "Tracking Identifier").text("TextValue", tracking).dataSet(),
        item(CONTEXT, "UIDREF", "112040", "Tracking Unique Identifier").text("UID", uids.next()).dataSet(),
        code(CONTAINS, "121071", "Finding", "4147007", "SCT", "Mass").dataSet(),
        code(CONTAINS, "363698007", "SCT", "Finding Site", "10200004", "SCT", "Liver").dataSet(),
        number("42798000", "SCT", "Area", "1844", "mm2", "square millimetre", shape),
        number("103339001", "SCT", "Long Axis", "46.9", "mm", "millimetre", long1),
        number("373098007", "SCT", "Mean", "71.3", "[hnsf'U]", "Hounsfield unit", shape));
  }

  public static DataSet keyObjects(CtVolume ct, PracticeUids uids) {
    var slices = List.of(30, 45, 60);
    var images = slices.stream().map(s -> item(CONTAINS, "IMAGE").reference("ReferencedSOPSequence", CtVolume.SOP_CLASS, ct.instances().get(s)).dataSet()).toList();
    var content = new java.util.ArrayList<DataSet>();
    content.add(item(CONTEXT, "PNAME", "121008", "Person Observer Name").text("PersonName", ct.study().person().referringPhysician()).dataSet());
    content.add(item(CONTAINS, "TEXT", "113012", "Key Object Description").text("TextValue", "Show these to " + ct.study().person().name().replace('^', ' ')).dataSet());
    content.addAll(images);
    return document(ct, KEY_OBJECTS, "KO", 11, slices, uids).text("ValueType", "CONTAINER").text("ContinuityOfContent", "SEPARATE")
        .items("ContentTemplateSequence", new Attributes().text("MappingResource", "DCMR").text("TemplateIdentifier", "2010").dataSet())
        .code("ConceptNameCodeSequence", "113000", "DCM", "Of Interest").items("ContentSequence", content.toArray(DataSet[]::new)).dataSet();
  }

  private static Attributes document(CtVolume ct, String sopClass, String modality, int series, List<Integer> slices, PracticeUids uids) {
    var references = slices.stream().map(s -> Attributes.referenceItem(CtVolume.SOP_CLASS, ct.instances().get(s)).dataSet()).toArray(DataSet[]::new);
    return ct.study().instance(sopClass, modality, uids.next(), series, uids.next(), 1).items("ReferencedPerformedProcedureStepSequence")
        .items("CurrentRequestedProcedureEvidenceSequence", new Attributes().text("StudyInstanceUID", ct.study().studyInstanceUid())
            .items("ReferencedSeriesSequence", new Attributes().text("SeriesInstanceUID", ct.seriesUid()).items("ReferencedSOPSequence", references).dataSet()).dataSet());
  }

  private static Attributes item(String relationship, String type) {
    return new Attributes().text("RelationshipType", relationship).text("ValueType", type);
  }

  private static Attributes item(String relationship, String type, String code, String meaning) {
    return item(relationship, type).code("ConceptNameCodeSequence", code, "DCM", meaning);
  }

  private static Attributes code(String relationship, String concept, String meaning, String value, String scheme, String valueMeaning) {
    return item(relationship, "CODE", concept, meaning).code("ConceptCodeSequence", value, scheme, valueMeaning);
  }

  private static Attributes code(String relationship, String concept, String conceptScheme, String meaning, String value, String scheme, String valueMeaning) {
    return item(relationship, "CODE").code("ConceptNameCodeSequence", concept, conceptScheme, meaning).code("ConceptCodeSequence", value, scheme, valueMeaning);
  }

  private static DataSet container(String code, String scheme, String meaning, DataSet... content) {
    return item(CONTAINS, "CONTAINER").code("ConceptNameCodeSequence", code, scheme, meaning).text("ContinuityOfContent", "SEPARATE").items("ContentSequence", content).dataSet();
  }

  private static DataSet number(String code, String scheme, String meaning, String value, String unit, String unitMeaning, DataSet... content) {
    return item(CONTAINS, "NUM").code("ConceptNameCodeSequence", code, scheme, meaning)
        .items("MeasuredValueSequence", new Attributes().text("NumericValue", value).code("MeasurementUnitsCodeSequence", unit, "UCUM", unitMeaning).dataSet()).items("ContentSequence", content).dataSet();
  }
}
