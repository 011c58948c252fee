package umbra.practice.object;

import java.util.ArrayList;
import umbra.dicom.DataSet;
import umbra.dicom.VR;
import umbra.practice.study.Attributes;
import umbra.practice.study.CtVolume;
import umbra.practice.study.PracticeUids;

/// A binary Segmentation (PS3.3 A.51) of two organs over some slices of a CT.
public final class OrganSegmentation {
  private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.66.4";
  private static final int FIRST_SLICE = 40;
  private static final int SLICES = 12;
  private static final int BYTES = CtVolume.SIZE * CtVolume.SIZE / 8;

  private OrganSegmentation() {}

  public static DataSet of(CtVolume ct, PracticeUids uids) {
    var study = ct.study();
    var dimension = uids.next();
    var frames = new ArrayList<DataSet>();
    var pixels = new byte[2 * SLICES * BYTES];
    for (int segment = 1; segment <= 2; segment++) {
      for (int i = 0; i < SLICES; i++) {
        mask(ct, segment, FIRST_SLICE + i, pixels, frames.size() * BYTES);
        frames.add(frame(ct, segment, i));
      }
    }
    return study.instance(SOP_CLASS, "SEG", uids.next(), 40, uids.next(), 1)
        .text("ImageType", "DERIVED\\PRIMARY").text("FrameOfReferenceUID", ct.frameOfReferenceUid()).text("PositionReferenceIndicator", "")
        .text("ContentLabel", "ORGANS").text("ContentDescription", "Drawn for " + study.person().name().replace('^', ' ')).text("ContentCreatorName", study.person().referringPhysician())
        .shorts("SamplesPerPixel", 1).text("PhotometricInterpretation", "MONOCHROME2").text("NumberOfFrames", Integer.toString(frames.size())).shorts("Rows", CtVolume.SIZE).shorts("Columns", CtVolume.SIZE)
        .shorts("BitsAllocated", 1).shorts("BitsStored", 1).shorts("HighBit", 0).shorts("PixelRepresentation", 0).text("LossyImageCompression", "00").text("SegmentationType", "BINARY")
        .items("SegmentSequence", segment(1, "Left lung", "39607008", "Lung", "80\\170\\255"), segment(2, "Heart of " + study.person().name().split("\\^")[0], "80891009", "Heart", "255\\90\\140"))
        .items("ReferencedSeriesSequence", new Attributes().text("SeriesInstanceUID", ct.seriesUid()).items("ReferencedInstanceSequence",
            ct.instances().subList(FIRST_SLICE, FIRST_SLICE + SLICES).stream().map(u -> Attributes.referenceItem(CtVolume.SOP_CLASS, u).dataSet()).toArray(DataSet[]::new)).dataSet())
        .items("DimensionOrganizationSequence", new Attributes().text("DimensionOrganizationUID", dimension).dataSet())
        .items("DimensionIndexSequence", index(dimension, 0x0062, 0x000B, 0x0062, 0x000A), index(dimension, 0x0020, 0x0032, 0x0020, 0x9113))
        .items("SharedFunctionalGroupsSequence", new Attributes().items("PixelMeasuresSequence", new Attributes().text("SliceThickness", "3").text("PixelSpacing", "0.78125\\0.78125").text("SpacingBetweenSlices", "3").dataSet())
            .items("PlaneOrientationSequence", new Attributes().text("ImageOrientationPatient", "1\\0\\0\\0\\1\\0").dataSet()).dataSet())
        .items("PerFrameFunctionalGroupsSequence", frames.toArray(DataSet[]::new))
        .bytes("PixelData", VR.OB, pixels).dataSet();
  }

  private static DataSet index(String dimension, int group, int element, int functionalGroup, int functionalElement) {
    return new Attributes().text("DimensionOrganizationUID", dimension).pointer("DimensionIndexPointer", group, element).pointer("FunctionalGroupPointer", functionalGroup, functionalElement).dataSet();
  }

  private static DataSet segment(int number, String label, String code, String meaning, String color) {
    var rgb = color.split("\\\\");
    return new Attributes().shorts("SegmentNumber", number).text("SegmentLabel", label).text("SegmentAlgorithmType", "MANUAL").code("SegmentedPropertyCategoryCodeSequence", "123037004", "SCT", "Anatomical Structure")
        .code("SegmentedPropertyTypeCodeSequence", code, "SCT", meaning).shorts("RecommendedDisplayCIELabValue", lab(rgb)).dataSet();
  }

  /// Roughly: lightness by weight, and the two opponent colours.
  private static int[] lab(String[] rgb) {
    double r = Integer.parseInt(rgb[0]) / 255.0;
    double g = Integer.parseInt(rgb[1]) / 255.0;
    double b = Integer.parseInt(rgb[2]) / 255.0;
    return new int[] {(int) (65535 * (0.3 * r + 0.59 * g + 0.11 * b)), (int) (32896 + 20000 * (r - g)), (int) (32896 + 20000 * (0.5 * (r + g) - b))};
  }

  private static DataSet frame(CtVolume ct, int segment, int index) {
    int slice = FIRST_SLICE + index;
    var source = Attributes.referenceItem(CtVolume.SOP_CLASS, ct.instances().get(slice)).code("PurposeOfReferenceCodeSequence", "121322", "DCM", "Source image for image processing operation").dataSet();
    return new Attributes()
        .items("DerivationImageSequence", new Attributes().code("DerivationCodeSequence", "113076", "DCM", "Segmentation").items("SourceImageSequence", source).dataSet())
        .items("FrameContentSequence", new Attributes().longs("DimensionIndexValues", segment, index + 1).dataSet())
        .items("PlanePositionSequence", new Attributes().text("ImagePositionPatient", "-200\\-200\\" + 3 * slice).dataSet())
        .items("SegmentIdentificationSequence", new Attributes().shorts("ReferencedSegmentNumber", segment).dataSet()).dataSet();
  }

  private static void mask(CtVolume ct, int segment, int slice, byte[] pixels, int from) {
    double depth = ct.depth(slice);
    double cx = segment == 1 ? 0.36 : 0.06;
    double cy = segment == 1 ? -0.06 : -0.04;
    double a = segment == 1 ? 0.24 : 0.16;
    double b = segment == 1 ? 0.36 * (1 - depth) : 0.20;
    for (int i = 0; i < CtVolume.SIZE * CtVolume.SIZE; i++) {
      double x = (2.0 * (i % CtVolume.SIZE) / (CtVolume.SIZE - 1) - 1 - cx) / a;
      double y = (2.0 * (i / CtVolume.SIZE) / (CtVolume.SIZE - 1) - 1 - cy) / b;
      if (x * x + y * y <= 1) pixels[from + i / 8] |= (byte) (1 << i % 8);
    }
  }
}
