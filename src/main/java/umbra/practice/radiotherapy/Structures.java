package umbra.practice.radiotherapy;

import java.util.ArrayList;
import umbra.dicom.DataSet;
import umbra.practice.study.Attributes;
import umbra.practice.study.CtVolume;
import umbra.practice.study.PracticeUids;

/// An RT Structure Set over a CT whose target is named after the patient.
public final class Structures {
  static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.481.3";
  private static final int POINTS = 36;

  private Structures() {}

  /// @param uid SOP Instance UID it gets
  public static DataSet of(CtVolume ct, String uid, PracticeUids uids) {
    var study = ct.study();
    var organs = Organ.all("PTV " + family(ct));
    var images = ct.instances().stream().map(i -> Attributes.referenceItem(CtVolume.SOP_CLASS, i).dataSet()).toArray(DataSet[]::new);
    var series = new Attributes().text("SeriesInstanceUID", ct.seriesUid()).items("ContourImageSequence", images).dataSet();
    var referenced = Attributes.referenceItem("1.2.840.10008.3.1.2.3.1", study.studyInstanceUid()).items("RTReferencedSeriesSequence", series).dataSet();
    return study.instance(SOP_CLASS, "RTSTRUCT", uids.next(), 20, uid, 1)
        .text("OperatorsName", study.person().referringPhysician()).text("StructureSetLabel", "Trunk").text("StructureSetName", "Structures of " + study.person().name().replace('^', ' '))
        .text("StructureSetDate", study.date()).text("StructureSetTime", study.time())
        .text("FrameOfReferenceUID", ct.frameOfReferenceUid()).text("PositionReferenceIndicator", "")
        .items("ReferencedFrameOfReferenceSequence", new Attributes().text("FrameOfReferenceUID", ct.frameOfReferenceUid()).items("RTReferencedStudySequence", referenced).dataSet())
        .items("StructureSetROISequence", organs.stream().map(o -> roi(o, ct)).toArray(DataSet[]::new))
        .items("ROIContourSequence", organs.stream().map(o -> contours(o, ct)).toArray(DataSet[]::new))
        .items("RTROIObservationsSequence", organs.stream().map(o -> new Attributes().text("ObservationNumber", Integer.toString(o.number())).text("ReferencedROINumber", Integer.toString(o.number()))
            .text("RTROIInterpretedType", o.type()).text("ROIInterpreter", study.person().referringPhysician()).dataSet()).toArray(DataSet[]::new))
        .text("ApprovalStatus", "UNAPPROVED")
        .dataSet();
  }

  static String family(CtVolume ct) {
    return ct.study().person().name().split("\\^")[0];
  }

  private static DataSet roi(Organ organ, CtVolume ct) {
    var attributes = new Attributes().text("ROINumber", Integer.toString(organ.number())).text("ReferencedFrameOfReferenceUID", ct.frameOfReferenceUid()).text("ROIName", organ.name())
        .text("ROIGenerationAlgorithm", "MANUAL");
    if (organ.type().equals("PTV")) attributes.text("ROIDescription", "Drawn by " + ct.study().person().referringPhysician().replace('^', ' ') + " on " + ct.study().date());
    return attributes.dataSet();
  }

  private static DataSet contours(Organ organ, CtVolume ct) {
    var contours = new ArrayList<DataSet>();
    for (int i = 0; i < ct.instances().size(); i++) {
      int slice = i;
      organ.shape().at(ct.depth(i)).filter(e -> e.b() > 0.01).ifPresent(e -> contours.add(new Attributes()
          .reference("ContourImageSequence", CtVolume.SOP_CLASS, ct.instances().get(slice)).text("ContourGeometricType", "CLOSED_PLANAR")
          .text("NumberOfContourPoints", Integer.toString(POINTS)).text("ContourNumber", Integer.toString(contours.size() + 1))
          .text("ContourData", Organ.contour(e, CtVolume.SLICE_MM * slice, POINTS)).dataSet()));
    }
    return new Attributes().text("ROIDisplayColor", organ.color()).text("ReferencedROINumber", Integer.toString(organ.number())).items("ContourSequence", contours.toArray(DataSet[]::new)).dataSet();
  }
}
