package umbra.practice;

import java.util.SplittableRandom;

/// What all instances of one practice study share.
record Study(Person person, String studyInstanceUid, String date, String time, String description) {

  static Study invent(Person person, String description, PracticeUids uids, SplittableRandom random) {
    return new Study(person, uids.next(), String.format("20%02d%02d%02d", 5 + random.nextInt(18), 1 + random.nextInt(12), 1 + random.nextInt(28)),
        String.format("%02d%02d%02d", 7 + random.nextInt(11), random.nextInt(60), random.nextInt(60)), description);
  }

  /// Patient, Study, Series and Equipment attributes of an instance of this study.
  Attributes instance(String sopClass, String modality, String seriesUid, int seriesNumber, String sopInstanceUid, int instanceNumber) {
    var attributes = new Attributes();
    if (!modality.equals("DX")) attributes.text("Laterality", ""); // a radiograph has Image Laterality instead
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
