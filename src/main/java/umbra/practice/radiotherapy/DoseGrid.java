package umbra.practice.radiotherapy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import umbra.dicom.DataSet;
import umbra.practice.study.Attributes;
import umbra.practice.study.CtVolume;
import umbra.practice.study.PracticeUids;

/// The dose of the four beams of the plan: each loses strength with depth and has soft edges.
public final class DoseGrid {
  private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.481.2";
  private static final int COLUMNS = 80;
  private static final int ROWS = 64;
  private static final double SPACING_MM = 5;
  private static final double LEFT_MM = -200;
  private static final double TOP_MM = -160;
  private static final double SLICE_MM = 6;
  private static final double HALF_FIELD_MM = 34;
  private static final double PENUMBRA_MM = 4;
  private static final double SCALING = 0.001;
  private static final int BINS = 72;

  private DoseGrid() {}

  public static DataSet of(CtVolume ct, String plan, String structures, PracticeUids uids) {
    int frames = (int) ((ct.instances().size() - 1) * CtVolume.SLICE_MM / SLICE_MM) + 1;
    var samples = new short[frames * ROWS * COLUMNS];
    for (int i = 0; i < samples.length; i++) {
      int frame = i / (ROWS * COLUMNS);
      double dose = dose(ct, LEFT_MM + SPACING_MM * (i % COLUMNS), TOP_MM + SPACING_MM * (i / COLUMNS % ROWS), SLICE_MM * frame);
      samples[i] = (short) Math.round(dose / SCALING);
    }
    var offsets = IntStream.range(0, frames).mapToObj(i -> Organ.number(SLICE_MM * i)).collect(Collectors.joining("\\"));
    return ct.study().instance(SOP_CLASS, "RTDOSE", uids.next(), 22, uids.next(), 1)
        .text("OperatorsName", ct.study().person().referringPhysician()).text("FrameOfReferenceUID", ct.frameOfReferenceUid()).text("PositionReferenceIndicator", "")
        .text("ImagePositionPatient", Organ.number(LEFT_MM) + "\\" + Organ.number(TOP_MM) + "\\0").text("ImageOrientationPatient", "1\\0\\0\\0\\1\\0")
        .text("PixelSpacing", Organ.number(SPACING_MM) + "\\" + Organ.number(SPACING_MM)).text("SliceThickness", Organ.number(SLICE_MM))
        .shorts("SamplesPerPixel", 1).text("PhotometricInterpretation", "MONOCHROME2").text("NumberOfFrames", Integer.toString(frames)).pointer("FrameIncrementPointer", 0x3004, 0x000C)
        .shorts("Rows", ROWS).shorts("Columns", COLUMNS).shorts("BitsAllocated", 16).shorts("BitsStored", 16).shorts("HighBit", 15).shorts("PixelRepresentation", 0)
        .text("DoseUnits", "GY").text("DoseType", "PHYSICAL").text("DoseComment", "Dose of " + Structures.family(ct)).text("DoseSummationType", "PLAN").text("GridFrameOffsetVector", offsets)
        .text("DoseGridScaling", Double.toString(SCALING)).text("TissueHeterogeneityCorrection", "IMAGE")
        .reference("ReferencedRTPlanSequence", TreatmentPlan.SOP_CLASS, plan).reference("ReferencedStructureSetSequence", Structures.SOP_CLASS, structures)
        .items("DVHSequence", Organ.all("PTV").stream().map(o -> volumes(ct, o)).toArray(DataSet[]::new))
        .pixels(samples).dataSet();
  }

  /// A cumulative dose-volume histogram in steps of 1 Gy, sampled at every fourth pixel of every slice.
  private static DataSet volumes(CtVolume ct, Organ organ) {
    var reached = new double[BINS];
    double step = 4;
    double cubic = Math.pow(step * CtVolume.SPACING_MM, 2) * CtVolume.SLICE_MM / 1000;
    for (int slice = 0; slice < ct.instances().size(); slice++) {
      var outline = organ.shape().at(ct.depth(slice));
      if (outline.isEmpty()) continue;
      for (double y = 0; y < CtVolume.SIZE; y += step) {
        for (double x = 0; x < CtVolume.SIZE; x += step) {
          if (!outline.get().holds(2 * x / (CtVolume.SIZE - 1) - 1, 2 * y / (CtVolume.SIZE - 1) - 1)) continue;
          double dose = dose(ct, CtVolume.ORIGIN_MM + x * CtVolume.SPACING_MM, CtVolume.ORIGIN_MM + y * CtVolume.SPACING_MM, CtVolume.SLICE_MM * slice);
          for (int bin = 0; bin < BINS && bin <= dose; bin++) reached[bin] += cubic;
        }
      }
    }
    var data = java.util.Arrays.stream(reached).mapToObj(v -> "1\\" + Organ.number(v)).collect(Collectors.joining("\\"));
    return new Attributes().text("DVHType", "CUMULATIVE").text("DoseUnits", "GY").text("DoseType", "PHYSICAL").text("DVHDoseScaling", "1").text("DVHVolumeUnits", "CM3")
        .text("DVHNumberOfBins", Integer.toString(BINS)).text("DVHData", data)
        .items("DVHReferencedROISequence", new Attributes().text("ReferencedROINumber", Integer.toString(organ.number())).text("DVHROIContributionType", "INCLUDED").dataSet()).dataSet();
  }

  private static double dose(CtVolume ct, double x, double y, double z) {
    double dx = x - CtVolume.mm(Organ.TARGET.x());
    double dy = y - CtVolume.mm(Organ.TARGET.y());
    double dz = z - Organ.TARGET_DEPTH * (ct.instances().size() - 1) * CtVolume.SLICE_MM;
    double body = Math.pow(x / 165, 2) + Math.pow(y / 124, 2);
    if (body > 1) return 0;
    double sum = 0;
    for (int gantry : TreatmentPlan.GANTRY) {
      double angle = Math.toRadians(gantry);
      double along = dx * -Math.sin(angle) + dy * Math.cos(angle); // mm beyond the target as the beam runs
      double aside = dx * Math.cos(angle) + dy * Math.sin(angle);
      sum += edge(aside) * edge(dz) * Math.exp(-0.0045 * along);
    }
    return TreatmentPlan.PRESCRIBED_GY / TreatmentPlan.GANTRY.length * sum;
  }

  /// 1 in the field, 0 outside, a penumbra between.
  private static double edge(double mm) {
    return 1 / (1 + Math.exp((Math.abs(mm) - HALF_FIELD_MM) / PENUMBRA_MM));
  }
}
