package umbra.practice.picture;

import java.util.SplittableRandom;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tags;
import umbra.dicom.VR;
import umbra.practice.study.Attributes;
import umbra.practice.study.PracticeUids;
import umbra.practice.study.Study;

/// The image objects of the practice collection.
public final class PracticeImages {
  private static final String CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2";
  private static final String MR_IMAGE = "1.2.840.10008.5.1.4.1.1.4";
  private static final String DX_IMAGE_FOR_PRESENTATION = "1.2.840.10008.5.1.4.1.1.1.1";
  private static final String VL_PHOTOGRAPHIC_IMAGE = "1.2.840.10008.5.1.4.1.1.77.1.4";


  private final PracticeUids uids;
  private final SplittableRandom random;

  public PracticeImages(PracticeUids uids, SplittableRandom random) {
    this.uids = uids;
    this.random = random;
  }

  /// One slice of a CT series of `slices`, from the feet up.
  ///
  /// @param index from 0
  public DataSet ctSlice(Study study, String seriesUid, String frameOfReferenceUid, int index, int slices) {
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
  public DataSet mrSlice(Study study, String seriesUid, String frameOfReferenceUid, int index, int slices) {
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

  /// A digital radiograph, bones white, in MONOCHROME1.
  public DataSet radiograph(Study study) {
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

  public DataSet photograph(Study study) {
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

  static Attributes monochrome(Attributes attributes, int rows, int columns, String photometric, int stored, boolean signed) {
    return attributes.shorts("SamplesPerPixel", 1).text("PhotometricInterpretation", photometric).shorts("Rows", rows).shorts("Columns", columns)
        .shorts("BitsAllocated", 16).shorts("BitsStored", stored).shorts("HighBit", stored - 1).shorts("PixelRepresentation", signed ? 1 : 0);
  }

  static Attributes colour(Attributes attributes, int rows, int columns) {
    return attributes.shorts("SamplesPerPixel", 3).text("PhotometricInterpretation", "RGB").shorts("PlanarConfiguration", 0)
        .shorts("Rows", rows).shorts("Columns", columns).shorts("BitsAllocated", 8).shorts("BitsStored", 8).shorts("HighBit", 7).shorts("PixelRepresentation", 0);
  }
}
