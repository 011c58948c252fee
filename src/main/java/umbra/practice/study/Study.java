package umbra.practice.study;

import java.util.Set;
import java.util.SplittableRandom;

/// What all instances of one practice study share.
public record Study(Person person, String studyInstanceUid, String date, String time, String description) {
  private static final String ENHANCED_CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2.1";

  private static final Set<String> SIDELESS = Set.of("DX", "CR", "SEG", "ECG", "AU", "SM");

  public static Study invent(Person person, String description, PracticeUids uids, SplittableRandom random) {
    return new Study(person, uids.next(), String.format("20%02d%02d%02d", 5 + random.nextInt(18), 1 + random.nextInt(12), 1 + random.nextInt(28)),
        String.format("%02d%02d%02d", 7 + random.nextInt(11), random.nextInt(60), random.nextInt(60)), description);
  }

  /// Patient, Study, Series and Equipment attributes of an instance of this study.
  public Attributes instance(String sopClass, String modality, String seriesUid, int seriesNumber, String sopInstanceUid, int instanceNumber) {
    var attributes = new Attributes();
    // a radiograph has Image Laterality instead, an enhanced image Frame Laterality; others have no side
    if (!SIDELESS.contains(modality) && !sopClass.equals(ENHANCED_CT_IMAGE)) attributes.text("Laterality", "");
    return attributes
        .text("SOPClassUID", sopClass)
        .text("SOPInstanceUID", sopInstanceUid)
        .text("StudyDate", date).text("SeriesDate", date).text("ContentDate", date)
        .text("StudyTime", time).text("SeriesTime", time).text("ContentTime", time)
        .text("AccessionNumber", person.accessionNumber())
        .text("Modality", modality)
        .text("Manufacturer", "Umbra Practice")
        .text("InstitutionName", "Practice Hospital of Nowhere")
        .text("InstitutionAddress", "1 Example Street, Nowhere")
        .text("ReferringPhysicianName", person.referringPhysician())
        .text("StationName", "PRACTICE1")
        .text("StudyDescription", description)
        .text("SeriesDescription", description + " " + seriesNumber)
        .text("ManufacturerModelName", "Synthetic")
        .text("PatientName", person.name())
        .text("PatientID", person.id())
        .text("PatientBirthDate", person.birthDate())
        .text("PatientSex", person.sex())
        .text("DeviceSerialNumber", "SN-0001")
        .text("SoftwareVersions", "1")
        .text("PatientPosition", "HFS")
        .text("StudyInstanceUID", studyInstanceUid)
        .text("SeriesInstanceUID", seriesUid)
        .text("StudyID", "1")
        .text("SeriesNumber", Integer.toString(seriesNumber))
        .text("InstanceNumber", Integer.toString(instanceNumber));
  }
}
