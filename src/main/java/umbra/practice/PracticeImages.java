package umbra.practice;

import java.util.SplittableRandom;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.VR;

/// The image objects of the practice collection.
final class PracticeImages {
  private static final String CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2";
  private static final String ENHANCED_CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2.1";
  private static final String MR_IMAGE = "1.2.840.10008.5.1.4.1.1.4";
  private static final String US_MULTIFRAME_IMAGE = "1.2.840.10008.5.1.4.1.1.3.1";
  private static final String DX_IMAGE_FOR_PRESENTATION = "1.2.840.10008.5.1.4.1.1.1.1";
  private static final String VL_PHOTOGRAPHIC_IMAGE = "1.2.840.10008.5.1.4.1.1.77.1.4";

  /// The Tag of Frame Time (0018,1063) as the value of an AT.
  private static final byte[] FRAME_TIME = {0x18, 0, 0x63, 0x10};

  private final PracticeUids uids;
  private final SplittableRandom random;
  private final PixelFont font = new PixelFont();

  PracticeImages(PracticeUids uids, SplittableRandom random) {
    this.uids = uids;
    this.random = random;
  }

  /// One slice of a CT series of `slices`, from the feet up.
  ///
  /// @param index from 0
  DataSet ctSlice(Study study, String seriesUid, String frameOfReferenceUid, int index, int slices) {
    int size = 512;
    return monochrome(study.instance(CT_IMAGE, "CT", seriesUid, 1, uids.next(), index + 1), size, size, "MONOCHROME2", 16, true)
        .text("ImageType", "ORIGINAL\\PRIMARY\\AXIAL")
        .text("KVP", "120").text("AcquisitionNumber", "1")
        .text("FrameOfReferenceUID", frameOfReferenceUid)
        .text("PositionReferenceIndicator", "")
        .text("ImagePositionPatient", "-200\\-200\\" + 3 * index)
        .text("ImageOrientationPatient", "1\\0\\0\\0\\1\\0")
        .text("PixelSpacing", "0.78125\\0.78125")
        .text("SliceThickness", "3")
        .text("RescaleIntercept", "0").text("RescaleSlope", "1").text("RescaleType", "HU")
        .text("WindowCenter", "40\\-600").text("WindowWidth", "400\\1500").text("WindowCenterWidthExplanation", "SOFT TISSUE\\LUNG")
        .pixels(Phantom.ctSlice(size, slices == 1 ? 0.5 : (double) index / (slices - 1), random))
        .dataSet();
  }

  /// One slice of an MR series, with a few private elements whose maker is invented.
  DataSet mrSlice(Study study, String seriesUid, String frameOfReferenceUid, int index, int slices) {
    int size = 256;
    return monochrome(study.instance(MR_IMAGE, "MR", seriesUid, 1, uids.next(), index + 1), size, size, "MONOCHROME2", 12, false)
        .text("ImageType", "ORIGINAL\\PRIMARY\\M")
        .text("ScanningSequence", "SE").text("SequenceVariant", "NONE").text("ScanOptions", "").text("MRAcquisitionType", "2D")
        .text("RepetitionTime", "500").text("EchoTime", "15").text("EchoTrainLength", "1")
        .text("FrameOfReferenceUID", frameOfReferenceUid)
        .text("PositionReferenceIndicator", "")
        .text("ImagePositionPatient", "-120\\-120\\" + 5 * index)
        .text("ImageOrientationPatient", "1\\0\\0\\0\\1\\0")
        .text("PixelSpacing", "0.9375\\0.9375")
        .text("SliceThickness", "5")
        .element("0019,0010", VR.LO, "UMBRA PRACTICE")
        .element("0019,1001", VR.LO, "coil channel 8")
        .element("0019,1002", VR.PN, study.person().name())
        .pixels(Phantom.mrSlice(size, slices == 1 ? 0.5 : (double) index / (slices - 1), random))
        .dataSet();
  }

  /// A cine loop with the patient's name burned in.
  DataSet ultrasoundCine(Study study, int frames) {
    int columns = 320;
    int rows = 240;
    var samples = new byte[frames * rows * columns * 3];
    for (int frame = 0; frame < frames; frame++) {
      var one = Phantom.ultrasound(columns, rows, (double) frame / frames, random);
      burnIn(one, columns, study.person().name().replace('^', ' '), 6, 6);
      burnIn(one, columns, study.person().id() + "  " + study.date(), 6, 24);
      burnIn(one, columns, "MI 1.2  TIS 0.4", 6, rows - 16);
      System.arraycopy(one, 0, samples, frame * one.length, one.length);
    }
    return colour(study.instance(US_MULTIFRAME_IMAGE, "US", uids.next(), 1, uids.next(), 1), rows, columns)
        .text("ImageType", "ORIGINAL\\PRIMARY")
        .text("BurnedInAnnotation", "YES").text("PatientOrientation", "")
        .text("LossyImageCompression", "00")
        .text("NumberOfFrames", Integer.toString(frames))
        .text("FrameTime", "40")
        .element(DataElement.ofBytes(Tag.of(0x0028, 0x0009), VR.AT, FRAME_TIME))
        .element(DataElement.ofBytes(Tags.PIXEL_DATA, VR.OB, samples))
        .dataSet();
  }

  private void burnIn(byte[] rgb, int columns, String text, int x, int y) {
    font.draw(text, x, y, 2, (px, py) -> {
      if (px >= columns) return;
      int at = 3 * (py * columns + px);
      rgb[at] = (byte) 230;
      rgb[at + 1] = (byte) 230;
      rgb[at + 2] = (byte) 210;
    });
  }

  /// A digital radiograph, bones white, in MONOCHROME1.
  DataSet radiograph(Study study) {
    int size = 1024;
    return monochrome(study.instance(DX_IMAGE_FOR_PRESENTATION, "DX", uids.next(), 1, uids.next(), 1), size, size, "MONOCHROME1", 12, false)
        .text("ImageType", "ORIGINAL\\PRIMARY\\")
        .text("PresentationIntentType", "FOR PRESENTATION")
        .text("BodyPartExamined", "CHEST").text("ViewPosition", "PA").text("ImageLaterality", "U").text("PatientOrientation", "L\\F")
        .text("DetectorType", "").text("PositionerType", "").items("AcquisitionContextSequence").items("AnatomicRegionSequence",
            new Attributes().text("CodeValue", "43799004").text("CodingSchemeDesignator", "SCT").text("CodeMeaning", "Thorax").dataSet())
        .text("PixelIntensityRelationship", "LIN").shorts("PixelIntensityRelationshipSign", 1)
        .text("ImagerPixelSpacing", "0.35\\0.35")
        .text("RescaleIntercept", "0").text("RescaleSlope", "1").text("RescaleType", "US")
        .text("PresentationLUTShape", "INVERSE")
        .text("LossyImageCompression", "00").text("BurnedInAnnotation", "NO")
        .text("WindowCenter", "2000").text("WindowWidth", "3600")
        .pixels(Phantom.radiograph(size, random))
        .dataSet();
  }

  DataSet photograph(Study study) {
    int columns = 640;
    int rows = 480;
    return colour(study.instance(VL_PHOTOGRAPHIC_IMAGE, "XC", uids.next(), 1, uids.next(), 1), rows, columns)
        .text("ImageType", "ORIGINAL\\PRIMARY")
        .text("PatientOrientation", "").items("AcquisitionContextSequence")
        .text("ImageComments", "Seen by " + study.person().referringPhysician().replace('^', ' '))
        .text("LossyImageCompression", "00")
        .element(DataElement.ofBytes(Tags.PIXEL_DATA, VR.OB, Phantom.photograph(columns, rows, random)))
        .dataSet();
  }

  /// An enhanced multi-frame CT with shared and per-frame functional groups.
  DataSet enhancedCt(Study study, int frames) {
    int size = 256;
    var samples = new short[frames * size * size];
    var perFrame = new DataSet[frames];
    for (int frame = 0; frame < frames; frame++) {
      System.arraycopy(Phantom.ctSlice(size, (double) frame / frames, random), 0, samples, frame * size * size, size * size);
      perFrame[frame] = new Attributes()
          .items("FrameContentSequence", new Attributes().text("StackID", "1").longs("InStackPositionNumber", frame + 1).dataSet())
          .items("PlanePositionSequence", new Attributes().text("ImagePositionPatient", "-200\\-200\\" + 6 * frame).dataSet())
          .dataSet();
    }
    var shared = new Attributes()
        .items("PixelMeasuresSequence", new Attributes().text("SliceThickness", "6").text("PixelSpacing", "1.5625\\1.5625").dataSet())
        .items("PlaneOrientationSequence", new Attributes().text("ImageOrientationPatient", "1\\0\\0\\0\\1\\0").dataSet())
        .items("FrameVOILUTSequence", new Attributes().text("WindowCenter", "40").text("WindowWidth", "400").dataSet())
        .items("PixelValueTransformationSequence",
            new Attributes().text("RescaleIntercept", "0").text("RescaleSlope", "1").text("RescaleType", "HU").dataSet());
    return monochrome(study.instance(ENHANCED_CT_IMAGE, "CT", uids.next(), 2, uids.next(), 1), size, size, "MONOCHROME2", 16, true)
        .text("ImageType", "ORIGINAL\\PRIMARY\\VOLUME\\NONE")
        .text("FrameOfReferenceUID", uids.next())
        .text("PositionReferenceIndicator", "")
        .text("NumberOfFrames", Integer.toString(frames))
        .text("BurnedInAnnotation", "NO").text("LossyImageCompression", "00").text("PresentationLUTShape", "IDENTITY")
        .items("SharedFunctionalGroupsSequence", shared.dataSet())
        .items("PerFrameFunctionalGroupsSequence", perFrame)
        .pixels(samples)
        .dataSet();
  }

  private static Attributes monochrome(Attributes attributes, int rows, int columns, String photometric, int stored, boolean signed) {
    return attributes.shorts("SamplesPerPixel", 1).text("PhotometricInterpretation", photometric).shorts("Rows", rows).shorts("Columns", columns)
        .shorts("BitsAllocated", 16).shorts("BitsStored", stored).shorts("HighBit", stored - 1).shorts("PixelRepresentation", signed ? 1 : 0);
  }

  private static Attributes colour(Attributes attributes, int rows, int columns) {
    return attributes.shorts("SamplesPerPixel", 3).text("PhotometricInterpretation", "RGB").shorts("PlanarConfiguration", 0)
        .shorts("Rows", rows).shorts("Columns", columns).shorts("BitsAllocated", 8).shorts("BitsStored", 8).shorts("HighBit", 7).shorts("PixelRepresentation", 0);
  }
}
