package umbra.practice.picture;

import java.util.SplittableRandom;
import umbra.dicom.DataSet;
import umbra.practice.study.Attributes;
import umbra.practice.study.PracticeUids;
import umbra.practice.study.Study;

/// An Enhanced CT Image with the functional groups that PS3.3 A.38.1 requires.
public final class EnhancedCt {
  private static final String ENHANCED_CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2.1";
  private static final int SIZE = 256;

  private EnhancedCt() {}

  public static DataSet of(Study study, int frames, PracticeUids uids, SplittableRandom random) {
    var samples = new short[frames * SIZE * SIZE];
    var perFrame = new DataSet[frames];
    var dimension = uids.next();
    for (int frame = 0; frame < frames; frame++) {
      System.arraycopy(Phantom.ctSlice(SIZE, (double) frame / frames, random), 0, samples, frame * SIZE * SIZE, SIZE * SIZE);
      perFrame[frame] = new Attributes()
          .items("FrameContentSequence", new Attributes().text("StackID", "1").longs("InStackPositionNumber", frame + 1).longs("DimensionIndexValues", 1, frame + 1)
              .text("FrameAcquisitionDateTime", study.date() + study.time()).text("FrameReferenceDateTime", study.date() + study.time())
              .doubles("FrameAcquisitionDuration", 500).dataSet())
          .items("PlanePositionSequence", new Attributes().text("ImagePositionPatient", "-200\\-200\\" + 6 * frame).dataSet())
          .dataSet();
    }
    return PracticeImages.monochrome(study.instance(ENHANCED_CT_IMAGE, "CT", uids.next(), 2, uids.next(), 1), SIZE, SIZE, "MONOCHROME2", 16, true)
        .text("ImageType", "ORIGINAL\\PRIMARY\\VOLUME\\NONE").text("AcquisitionDateTime", study.date() + study.time()).doubles("AcquisitionDuration", 5)
        .text("ContentQualification", "PRODUCT").text("PixelPresentation", "MONOCHROME").text("VolumetricProperties", "VOLUME").text("VolumeBasedCalculationTechnique", "NONE")
        .text("FrameOfReferenceUID", uids.next()).text("PositionReferenceIndicator", "").text("NumberOfFrames", Integer.toString(frames)).items("AcquisitionContextSequence")
        .text("BurnedInAnnotation", "NO").text("LossyImageCompression", "00").text("PresentationLUTShape", "IDENTITY")
        .items("DimensionOrganizationSequence", new Attributes().text("DimensionOrganizationUID", dimension).dataSet())
        .items("DimensionIndexSequence", index(dimension, 0x0020, 0x9056), index(dimension, 0x0020, 0x9057))
        .items("SharedFunctionalGroupsSequence", shared(uids))
        .items("PerFrameFunctionalGroupsSequence", perFrame)
        .pixels(samples)
        .dataSet();
  }

  private static DataSet index(String dimension, int group, int element) {
    return new Attributes().text("DimensionOrganizationUID", dimension).shorts("DimensionIndexPointer", group, element).shorts("FunctionalGroupPointer", 0x0020, 0x9111).dataSet();
  }

  private static DataSet shared(PracticeUids uids) {
    return new Attributes()
        .items("PixelMeasuresSequence", new Attributes().text("SliceThickness", "6").text("PixelSpacing", "1.5625\\1.5625").dataSet())
        .items("PlaneOrientationSequence", new Attributes().text("ImageOrientationPatient", "1\\0\\0\\0\\1\\0").dataSet())
        .items("FrameVOILUTSequence", new Attributes().text("WindowCenter", "40").text("WindowWidth", "400").dataSet())
        .items("PixelValueTransformationSequence", new Attributes().text("RescaleIntercept", "0").text("RescaleSlope", "1").text("RescaleType", "HU").dataSet())
        .items("FrameAnatomySequence", new Attributes().text("FrameLaterality", "U").code("AnatomicRegionSequence", "43799004", "SCT", "Thorax").dataSet())
        .items("IrradiationEventIdentificationSequence", new Attributes().text("IrradiationEventUID", uids.next()).dataSet())
        .items("CTImageFrameTypeSequence", new Attributes().text("FrameType", "ORIGINAL\\PRIMARY\\VOLUME\\NONE").text("PixelPresentation", "MONOCHROME")
            .text("VolumetricProperties", "VOLUME").text("VolumeBasedCalculationTechnique", "NONE").dataSet())
        .items("CTAcquisitionTypeSequence", new Attributes().text("AcquisitionType", "SEQUENCED").text("ConstantVolumeFlag", "NO").text("FluoroscopyFlag", "NO").dataSet())
        .items("CTAcquisitionDetailsSequence", new Attributes().text("RotationDirection", "CW").doubles("RevolutionTime", 0.5).doubles("SingleCollimationWidth", 6)
            .doubles("TotalCollimationWidth", 6).text("TableHeight", "150").text("GantryDetectorTilt", "0").text("DataCollectionDiameter", "500").dataSet())
        .items("CTTableDynamicsSequence", new Attributes().doubles("TableSpeed", 12).doubles("TableFeedPerRotation", 6).doubles("SpiralPitchFactor", 1).dataSet())
        .items("CTPositionSequence", new Attributes().doubles("TablePosition", 0).doubles("DataCollectionCenterPatient", 0, 0, 0)
            .doubles("ReconstructionTargetCenterPatient", 0, 0, 0).dataSet())
        .items("CTGeometrySequence", new Attributes().text("DistanceSourceToDetector", "1000").doubles("DistanceSourceToDataCollectionCenter", 550).dataSet())
        .items("CTReconstructionSequence", new Attributes().text("ReconstructionAlgorithm", "FILTER_BACK_PROJ").text("ConvolutionKernel", "B30").text("ConvolutionKernelGroup", "SOFT_TISSUE")
            .text("ReconstructionDiameter", "400").doubles("ReconstructionPixelSpacing", 1.5625, 1.5625).doubles("ReconstructionAngle", 360).text("ImageFilter", "NONE").dataSet())
        .items("CTExposureSequence", new Attributes().doubles("ExposureTimeInms", 500).doubles("XRayTubeCurrentInmA", 200).doubles("ExposureInmAs", 100)
            .text("ExposureModulationType", "NONE").doubles("CTDIvol", 8).dataSet())
        .items("CTXRayDetailsSequence", new Attributes().text("KVP", "120").text("FocalSpots", "1").text("FilterType", "WEDGE").text("FilterMaterial", "ALUMINUM").dataSet())
        .dataSet();
  }
}
