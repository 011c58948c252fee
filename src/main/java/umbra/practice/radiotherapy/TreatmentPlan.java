package umbra.practice.radiotherapy;

import java.util.stream.IntStream;
import umbra.dicom.DataSet;
import umbra.practice.study.Attributes;
import umbra.practice.study.CtVolume;
import umbra.practice.study.PracticeUids;

/// An RT Plan of four photon beams.
public final class TreatmentPlan {
  static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.481.5";
  static final int[] GANTRY = {0, 90, 180, 270};
  static final double PRESCRIBED_GY = 60;
  private static final int FRACTIONS = 30;

  private TreatmentPlan() {}

  /// @param uid SOP Instance UID it gets
  public static DataSet of(CtVolume ct, String uid, String structures, PracticeUids uids) {
    var study = ct.study();
    var beams = IntStream.range(0, GANTRY.length).mapToObj(i -> beam(i + 1, GANTRY[i], ct)).toArray(DataSet[]::new);
    var referenced = IntStream.range(0, GANTRY.length).mapToObj(i -> new Attributes().text("ReferencedBeamNumber", Integer.toString(i + 1)).text("BeamDose", "0.5")
        .text("BeamMeterset", "112.5").dataSet()).toArray(DataSet[]::new);
    return study.instance(SOP_CLASS, "RTPLAN", uids.next(), 21, uid, 1)
        .text("OperatorsName", study.person().referringPhysician())
        .text("FrameOfReferenceUID", ct.frameOfReferenceUid()).text("PositionReferenceIndicator", "")
        .text("RTPlanLabel", "Boost").text("RTPlanName", "Boost of " + Structures.family(ct)).text("RTPlanDescription", "Four fields for " + study.person().id())
        .text("RTPlanDate", study.date()).text("RTPlanTime", study.time()).text("PlanIntent", "CURATIVE").text("RTPlanGeometry", "PATIENT")
        .items("DoseReferenceSequence", new Attributes().text("DoseReferenceNumber", "1").text("DoseReferenceUID", uids.next()).text("DoseReferenceStructureType", "VOLUME").text("DoseReferenceDescription", "PTV")
            .text("DoseReferenceType", "TARGET").text("TargetPrescriptionDose", Double.toString(PRESCRIBED_GY)).text("ReferencedROINumber", "6").dataSet())
        .items("FractionGroupSequence", new Attributes().text("FractionGroupNumber", "1").text("NumberOfFractionsPlanned", Integer.toString(FRACTIONS))
            .text("NumberOfBeams", Integer.toString(GANTRY.length)).text("NumberOfBrachyApplicationSetups", "0").items("ReferencedBeamSequence", referenced).dataSet())
        .items("PatientSetupSequence", new Attributes().text("PatientPosition", "HFS").text("PatientSetupNumber", "1").text("SetupTechnique", "ISOCENTRIC").dataSet())
        .items("BeamSequence", beams)
        .reference("ReferencedStructureSetSequence", Structures.SOP_CLASS, structures)
        .text("ApprovalStatus", "APPROVED").text("ReviewDate", study.date()).text("ReviewTime", study.time()).text("ReviewerName", study.person().referringPhysician())
        .dataSet();
  }

  private static DataSet beam(int number, int gantry, CtVolume ct) {
    var jaws = new DataSet[] {device("ASYMX"), device("ASYMY")};
    var positions = new DataSet[] {position("ASYMX"), position("ASYMY")};
    var isocentre = Organ.number(CtVolume.mm(Organ.TARGET.x())) + "\\" + Organ.number(CtVolume.mm(Organ.TARGET.y())) + "\\"
        + Organ.number(Organ.TARGET_DEPTH * (ct.instances().size() - 1) * CtVolume.SLICE_MM);
    var first = new Attributes().text("ControlPointIndex", "0").text("NominalBeamEnergy", "6").text("DoseRateSet", "600").items("BeamLimitingDevicePositionSequence", positions)
        .text("GantryAngle", Integer.toString(gantry)).text("GantryRotationDirection", "NONE").text("BeamLimitingDeviceAngle", "0").text("BeamLimitingDeviceRotationDirection", "NONE")
        .text("PatientSupportAngle", "0").text("PatientSupportRotationDirection", "NONE").text("TableTopEccentricAngle", "0").text("TableTopEccentricRotationDirection", "NONE")
        .text("TableTopVerticalPosition", "").text("TableTopLongitudinalPosition", "").text("TableTopLateralPosition", "").text("IsocenterPosition", isocentre)
        .floats("TableTopPitchAngle", 0).text("TableTopPitchRotationDirection", "NONE").floats("TableTopRollAngle", 0).text("TableTopRollRotationDirection", "NONE")
        .text("CumulativeMetersetWeight", "0").dataSet();
    var last = new Attributes().text("ControlPointIndex", "1").text("CumulativeMetersetWeight", "1").dataSet();
    return new Attributes().text("Manufacturer", "Umbra Practice").text("InstitutionName", "Practice Hospital of Nowhere").text("PrimaryDosimeterUnit", "MU").text("SourceAxisDistance", "1000")
        .text("TreatmentMachineName", "LINAC-1")
        .items("BeamLimitingDeviceSequence", jaws).text("BeamNumber", Integer.toString(number)).text("BeamName", "Field " + gantry).text("BeamType", "STATIC").text("RadiationType", "PHOTON")
        .text("TreatmentDeliveryType", "TREATMENT").text("NumberOfWedges", "0").text("NumberOfCompensators", "0").text("NumberOfBoli", "0").text("NumberOfBlocks", "0")
        .text("FinalCumulativeMetersetWeight", "1").text("NumberOfControlPoints", "2").items("ControlPointSequence", first, last).text("ReferencedPatientSetupNumber", "1").dataSet();
  }

  private static DataSet device(String type) {
    return new Attributes().text("RTBeamLimitingDeviceType", type).text("NumberOfLeafJawPairs", "1").dataSet();
  }

  private static DataSet position(String type) {
    return new Attributes().text("RTBeamLimitingDeviceType", type).text("LeafJawPositions", "-32\\32").dataSet();
  }
}
