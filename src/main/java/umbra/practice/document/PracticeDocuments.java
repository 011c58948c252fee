package umbra.practice.document;

import java.nio.charset.StandardCharsets;
import umbra.dicom.DataSet;
import umbra.dicom.VR;
import umbra.practice.study.Attributes;
import umbra.practice.study.PracticeUids;
import umbra.practice.study.Study;

/// Encapsulated documents (PS3.3 A.45) that name the patient.
public final class PracticeDocuments {
  private static final String PDF = "1.2.840.10008.5.1.4.1.1.104.1";
  private static final String CDA = "1.2.840.10008.5.1.4.1.1.104.2";
  private static final String STL = "1.2.840.10008.5.1.4.1.1.104.3";

  private PracticeDocuments() {}

  /// @param picture RGB, pixel-interleaved, that stands on the first page
  public static DataSet pdf(Study study, byte[] picture, int columns, int rows, PracticeUids uids) {
    return document(study, PDF, "application/pdf", "11528-7", "Radiology Report", Letter.of(study, picture, columns, rows), 30, uids).dataSet();
  }

  public static DataSet cda(Study study, PracticeUids uids) {
    var person = study.person();
    var name = person.name().split("\\^");
    var physician = person.referringPhysician().split("\\^");
    var id = uids.next();
    var xml = """
        <?xml version="1.0" encoding="UTF-8"?>
        <ClinicalDocument xmlns="urn:hl7-org:v3">
          <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
          <id root="%s" extension="%s"/>
          <code code="11528-7" codeSystem="2.16.840.1.113883.6.1" displayName="Radiology Report"/>
          <title>Trunk survey</title>
          <effectiveTime value="%s%s"/>
          <confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>
          <languageCode code="en"/>
          <recordTarget>
            <patientRole>
              <id extension="%s" root="2.16.840.1.113883.19"/>
              <addr><streetAddressLine>1 Example Street</streetAddressLine><city>Nowhere</city></addr>
              <telecom value="tel:+1-555-0100"/>
              <patient>
                <name><given>%s</given><family>%s</family></name>
                <administrativeGenderCode code="%s" codeSystem="2.16.840.1.113883.5.1"/>
                <birthTime value="%s"/>
              </patient>
            </patientRole>
          </recordTarget>
          <author>
            <time value="%s"/>
            <assignedAuthor><id extension="A-17"/><assignedPerson><name><given>%s</given><family>%s</family></name></assignedPerson></assignedAuthor>
          </author>
          <custodian><assignedCustodian><representedCustodianOrganization><id root="2.16.840.1.113883.19"/><name>Practice Hospital of Nowhere</name></representedCustodianOrganization></assignedCustodian></custodian>
          <component>
            <structuredBody>
              <component><section><title>Findings</title><text>No focal lesion in %s %s. The aorta measures 27 mm.</text></section></component>
              <component><section><title>Impression</title><text>Nothing that a synthetic patient could have.</text></section></component>
            </structuredBody>
          </component>
        </ClinicalDocument>
        """.formatted(id, person.accessionNumber(), study.date(), study.time(), person.id(), name[1], name[0], person.sex(), person.birthDate(), study.date(), physician[1], physician[0], name[1], name[0]);
    return document(study, CDA, "text/XML", "11528-7", "Radiology Report", xml.getBytes(StandardCharsets.UTF_8), 31, uids).text("HL7InstanceIdentifier", id).dataSet();
  }

  /// A cube as STL whose header names the patient.
  public static DataSet model(Study study, String frameOfReferenceUid, PracticeUids uids) {
    return document(study, STL, "model/stl", "85040-4", "CT Scan 3D printed model", Model.cube("printed for " + study.person().name().replace('^', ' ')), 32, uids)
        .text("FrameOfReferenceUID", frameOfReferenceUid).text("PositionReferenceIndicator", "")
        .code("MeasurementUnitsCodeSequence", "mm", "UCUM", "mm").text("ModelModification", "NO").text("ModelMirroring", "NO").text("ContentDescription", "Cube").text("ContentLabel", "CUBE")
        .code("ModelUsageCodeSequence", "129009", "DCM", "Educational Intent").dataSet();
  }

  private static Attributes document(Study study, String sopClass, String mimeType, String code, String meaning, byte[] bytes, int series, PracticeUids uids) {
    return study.instance(sopClass, mimeType.startsWith("model") ? "M3D" : "DOC", uids.next(), series, uids.next(), 1)
        .text("ConversionType", "WSD").text("AcquisitionDateTime", study.date() + study.time()).text("BurnedInAnnotation", "YES")
        .text("DocumentTitle", "Letter about " + study.person().name().replace('^', ' '))
        .code("ConceptNameCodeSequence", code, "LN", meaning)
        .text("MIMETypeOfEncapsulatedDocument", mimeType).bytes("EncapsulatedDocument", VR.OB, bytes).longs("EncapsulatedDocumentLength", bytes.length);
  }
}
