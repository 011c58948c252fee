package umbra.practice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.practice.document.PracticeDocuments;
import umbra.practice.object.ImageNotes;
import umbra.practice.object.ImageReference;
import umbra.practice.object.Measurements;
import umbra.practice.object.OrganSegmentation;
import umbra.practice.picture.KeyPicture;
import umbra.practice.radiotherapy.DoseGrid;
import umbra.practice.radiotherapy.Structures;
import umbra.practice.radiotherapy.TreatmentPlan;
import umbra.practice.slide.PracticeSlide;
import umbra.practice.study.CtVolume;
import umbra.practice.study.Person;
import umbra.practice.study.PracticeUids;
import umbra.practice.study.Study;
import umbra.practice.waveform.Electrocardiogram;
import umbra.practice.waveform.Recordings;

/// The objects that are no plain images. They draw UIDs and chances of their own, so that the images stay as they are.
final class PracticeObjects {
  private static final Tag SERIES = Tag.of(0x0020, 0x000E);
  private static final Tag ROWS = Tag.of(0x0028, 0x0010);

  private final PracticeUids uids;
  private final SplittableRandom random;
  private final Map<String, DataSet> made = new LinkedHashMap<>();

  PracticeObjects(long seed) {
    uids = new PracticeUids(seed ^ 0x0B_1EC7);
    random = new SplittableRandom(seed ^ 0x0B_1EC7);
  }

  /// File names and objects that go with a CT.
  Map<String, DataSet> over(CtVolume ct) {
    var structures = uids.next();
    var plan = uids.next();
    made.put("rt/structures.dcm", Structures.of(ct, structures, uids));
    made.put("rt/plan.dcm", TreatmentPlan.of(ct, plan, structures, uids));
    made.put("rt/dose.dcm", DoseGrid.of(ct, plan, structures, uids));
    made.put("seg/organs.dcm", OrganSegmentation.of(ct, uids));
    made.put("sr/measurements.dcm", Measurements.report(ct, uids));
    made.put("ko/key-images.dcm", Measurements.keyObjects(ct, uids));
    var study = ct.study();
    made.put("doc/letter.dcm", PracticeDocuments.pdf(study, KeyPicture.of(study, random), KeyPicture.COLUMNS, KeyPicture.ROWS, uids));
    made.put("doc/letter-cda.dcm", PracticeDocuments.cda(study, uids));
    made.put("doc/model.dcm", PracticeDocuments.model(study, ct.frameOfReferenceUid(), uids));
    return taken();
  }

  Map<String, DataSet> over(Study study, DataSet image) {
    var reference = new ImageReference(image.text(Tags.SOP_CLASS_UID).orElseThrow(), image.text(SERIES).orElseThrow(), image.text(Tags.SOP_INSTANCE_UID).orElseThrow());
    made.put("pr/notes.dcm", ImageNotes.of(study, reference, image.integer(ROWS).orElseThrow(), uids));
    return taken();
  }

  Map<String, DataSet> of(Person person) {
    var rest = Study.invent(person, "ECG at rest", uids, random);
    made.put("ecg/rest.dcm", Electrocardiogram.of(rest, uids, random));
    made.put("ecg/pressures.dcm", Recordings.pressures(rest, uids));
    made.put("ecg/dictation.dcm", Recordings.sound(rest, uids));
    return taken();
  }

  /// Compressed as JPEG Baseline.
  Map<String, DataSet> slide(Person person) {
    PracticeSlide.of(Study.invent(person, "Colon biopsy", uids, random), uids).forEach((name, dataSet) -> made.put("sm/" + name, dataSet));
    return taken();
  }

  private Map<String, DataSet> taken() {
    var all = new LinkedHashMap<>(made);
    made.clear();
    return all;
  }
}
