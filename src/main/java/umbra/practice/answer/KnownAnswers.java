package umbra.practice.answer;

import static umbra.practice.answer.AnswerAction.*;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import umbra.dicom.DataElement;
import umbra.dicom.DicomFile;
import umbra.dicom.Tag;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.write.DicomWriter;
import umbra.io.ByteSlice;
import umbra.practice.study.Attributes;
import umbra.practice.study.Person;
import umbra.practice.study.PracticeUids;
import umbra.practice.study.Study;

/// Writes the known-answer collection: each subject has one instance of each kind, in three studies. The same seed gives the same bytes.
public final class KnownAnswers {
  /// Texts that name nobody, and that the curator keeps.
  public static final List<String> KEPT = List.of("Trunk survey", "Trunk survey 1", "Head control", "Head control 1", "Follow-up whole", "Follow-up whole 1", "Axial plain");

  private final Path folder;
  private final PracticeUids uids;
  private final SplittableRandom random;
  private final List<Answer> answers = new ArrayList<>();

  private KnownAnswers(Path folder, long seed) {
    this.folder = folder;
    this.uids = new PracticeUids(seed);
    this.random = new SplittableRandom(seed);
  }

  /// Writes the files below `folder/files` and the key to `folder/midi-answers.csv`.
  public static List<Answer> write(Path folder, long seed) throws IOException {
    var collection = new KnownAnswers(folder, seed);
    for (int i = 0; i < Invented.ALL.size(); i++) collection.subject(i, Invented.ALL.get(i));
    var csv = new StringBuilder(Answer.HEADER).append("\r\n");
    for (var answer : collection.answers) csv.append(answer.row()).append("\r\n");
    Files.writeString(folder.resolve("midi-answers.csv"), csv);
    return List.copyOf(collection.answers);
  }

  private void subject(int number, Invented invented) throws IOException {
    var ascii = Person.invent(random);
    var person = new Person("Asciiname" + (char) ('A' + number) + "x^Test", "KAC-" + (77_000 + number * 131), ascii.birthDate(), ascii.sex(), ascii.accessionNumber(), ascii.referringPhysician());
    var studies = List.of(Study.invent(person, "Trunk survey", uids, random), Study.invent(person, "Head control", uids, random), Study.invent(person, "Follow-up whole", uids, random));
    var frame = uids.next();
    var first = "";
    for (int k = 0; k < Kind.ALL.size(); k++) {
      var sop = uids.next();
      if (first.isEmpty()) first = sop;
      write(new Place("s%d/%02d-%s.dcm".formatted(number + 1, k + 1, Kind.ALL.get(k).name()), sop, frame, first), Kind.ALL.get(k), studies.get(k % 3), invented, k);
    }
  }

  /// @param reference the SOP Instance UID of the subject's first instance
  private record Place(String file, String sop, String frame, String reference) {}

  private void write(Place place, Kind kind, Study study, Invented invented, int seed) throws IOException {
    var secret = study.person().name().substring(0, study.person().name().indexOf('^'));
    var attributes = study.instance(kind.sopClass(), kind.modality(), uids.next(), 1, place.sop(), 1);
    Filling.into(attributes, kind, secret, seed);
    var planting = new Planting("files/" + place.file(), place.sop(), attributes.dataSet(), invented);
    person(planting, invented, study, secret);
    identity(planting, place);
    nested(planting, invented, study, place);
    privates(planting, secret);
    content(planting, kind, secret, Filling.bytes(attributes));
    store(planting, place, kind, secret);
    answers.addAll(planting.answers());
  }

  private static void person(Planting p, Invented invented, Study study, String secret) {
    p.put("PatientName", invented.name(), TEXT_NOTNULL).answer("PatientName", TEXT_REMOVED, invented.family())
        .ask("PatientID", PATID_CONSISTENT, TEXT_NOTNULL, TEXT_REMOVED).ask("AccessionNumber", TAG_RETAINED, TEXT_REMOVED)
        .put("ReferringPhysicianName", invented.physician(), TAG_RETAINED, TEXT_REMOVED).ask("PatientBirthDate", TAG_RETAINED, TEXT_REMOVED)
        .ask("InstitutionName", TEXT_REMOVED).ask("InstitutionAddress", TEXT_REMOVED)
        .put("PatientAddress", "7 Lantern Row, 04109 Nowhere", TEXT_REMOVED).put("PatientTelephoneNumbers", "+49 341 5550123", TEXT_REMOVED)
        .put("OtherPatientNames", secret + "^Vormals", TEXT_REMOVED).put("PerformingPhysicianName", invented.physician(), TEXT_REMOVED)
        .put("OperatorsName", invented.physician(), TEXT_REMOVED).put("PatientComments", "Ask for " + secret + " on " + study.date(), TEXT_REMOVED)
        .put("InstitutionalDepartmentName", "Ward of Doctor Lamplight", TEXT_REMOVED).put("MilitaryRank", "Captain of " + secret, TEXT_REMOVED)
        .ask("StudyDescription", TEXT_RETAINED).ask("SeriesDescription", TEXT_RETAINED).put("ProtocolName", "Axial plain", TEXT_RETAINED)
        .ask("Manufacturer", TEXT_RETAINED).ask("ManufacturerModelName", TEXT_RETAINED).ask("Modality", TEXT_RETAINED).ask("PatientSex", TEXT_RETAINED)
        .ask("DeviceSerialNumber", TEXT_RETAINED).ask("SOPClassUID", TEXT_RETAINED).ask("InstanceNumber", TEXT_RETAINED)
        .ask("StudyDate", DATE_SHIFTED).ask("SeriesDate", DATE_SHIFTED).ask("ContentDate", DATE_SHIFTED).put("AcquisitionDate", study.date(), DATE_SHIFTED)
        .put("AcquisitionDateTime", study.date() + "235959.500000", DATE_SHIFTED).ask("StudyTime", TEXT_RETAINED);
  }

  private static void identity(Planting p, Place place) {
    p.ask("SOPInstanceUID", UID_CHANGED, UID_CONSISTENT).ask("StudyInstanceUID", UID_CHANGED, UID_CONSISTENT).ask("SeriesInstanceUID", UID_CHANGED, UID_CONSISTENT)
        .put("FrameOfReferenceUID", place.frame(), UID_CHANGED, UID_CONSISTENT);
  }

  private static void nested(Planting p, Invented invented, Study study, Place place) {
    p.item("ReferencedImageSequence", p.text("ReferencedSOPClassUID", Kind.ALL.getFirst().sopClass()), p.text("ReferencedSOPInstanceUID", place.reference()))
        .answer("ReferencedImageSequence[0].ReferencedSOPInstanceUID", UID_CHANGED, place.reference())
        .answer("ReferencedImageSequence[0].ReferencedSOPInstanceUID", UID_CONSISTENT, place.reference())
        .item("OtherPatientIDsSequence", p.text("PatientID", "OLD-" + study.person().id()), p.text("TypeOfPatientID", "TEXT"))
        .answer("OtherPatientIDsSequence[0].PatientID", TEXT_REMOVED, study.person().id())
        .item("RequestAttributesSequence", p.text("RequestedProcedureID", study.person().accessionNumber()), p.text("ScheduledProcedureStepID", "STEP" + study.person().accessionNumber()),
            p.text("RequestingPhysician", invented.physician()), p.text("ReasonForTheRequestedProcedure", "Pain of " + study.person().id()))
        .answer("RequestAttributesSequence[0].RequestedProcedureID", TEXT_REMOVED, study.person().accessionNumber())
        .answer("RequestAttributesSequence[0].ScheduledProcedureStepID", TEXT_REMOVED, study.person().accessionNumber())
        .answer("RequestAttributesSequence[0].RequestingPhysician", TEXT_REMOVED, invented.physician())
        .answer("RequestAttributesSequence[0].ReasonForTheRequestedProcedure", TEXT_REMOVED, study.person().id());
  }

  private static void privates(Planting p, String secret) {
    p.put(DataElement.ofAscii(Tag.of(0x0009, 0x0010), VR.LO, "UMBRA ANSWERS"), "")
        .put(DataElement.ofAscii(Tag.of(0x0009, 0x1001), VR.PN, secret + "^Privatus"), secret, TEXT_REMOVED)
        .put(DataElement.ofAscii(Tag.of(0x0009, 0x1002), VR.UN, "blob of " + secret), secret, TEXT_REMOVED)
        .put(DataElement.ofItems(Tag.of(0x0009, 0x1003), List.of(new Attributes().text("PatientComments", "about " + secret).dataSet())), "")
        .answer("(0009,1003)[0].PatientComments", TEXT_REMOVED, secret)
        .put(DataElement.ofAscii(Tag.of(0x0043, 0x0010), VR.LO, "GEMS_PARM_01"), "GEMS_PARM_01", TEXT_RETAINED)
        .put(DataElement.ofAscii(Tag.of(0x0043, 0x1027), VR.SH, "/1.375:1"), "/1.375:1", TEXT_RETAINED)
        .put(DataElement.ofAscii(Tag.of(0x0043, 0x1062), VR.LO, "run for " + secret), secret, TEXT_REMOVED)
        .put(DataElement.ofAscii(Tag.of(0xFFFC, 0xFFFC), VR.OB, "padded with " + secret), secret, TEXT_REMOVED);
  }

  private static void content(Planting p, Kind kind, String secret, byte[] pixels) {
    switch (kind.form()) {
      case BURNED -> p.answer("PixelData", PIXELS_HIDDEN, Filling.BOX);
      case GREY, FRAMES, COLOUR -> p.hash(pixels).put("ImageComments", "Seen with " + secret, TEXT_REMOVED);
      case JPEG -> p.answer(Answer.FRAGMENTS, TEXT_REMOVED, secret);
      case REPORT -> p.answer("ContentSequence[0].TextValue", TEXT_REMOVED, secret).answer("ContentSequence[1].PersonName", TEXT_REMOVED, secret);
      case PDF, CDA -> p.answer("EncapsulatedDocument", TEXT_REMOVED, secret).answer("DocumentTitle", TEXT_REMOVED, secret);
      case OTHER -> {}
    }
  }

  /// The preamble and what follows the Data Set name the subject, too.
  private void store(Planting p, Place place, Kind kind, String secret) throws IOException {
    var syntax = kind.form() == Kind.Form.JPEG ? TransferSyntax.JPEG_BASELINE : TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    var made = DicomWriter.newFile(p.dataSet(), syntax);
    var preamble = made.preamble().toArray();
    var name = secret.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(name, 0, preamble, 16, name.length);
    p.answer(Answer.PREAMBLE, TEXT_REMOVED, secret).answer(Answer.TRAILING, TEXT_REMOVED, secret);
    var path = folder.resolve("files").resolve(place.file());
    Files.createDirectories(path.getParent());
    new DicomWriter().write(new DicomFile(made.source(), ByteSlice.of(preamble), made.fileMeta(), syntax, made.dataSet(), ByteSlice.EMPTY, ByteSlice.EMPTY, List.of()), path);
  }
}
