package umbra.practice.slide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.Tags;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.io.ByteSlice;
import umbra.pixel.Checkpoint;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.codec.jpeg.encode.JpegBaselineEncoder;
import umbra.practice.picture.PixelFont;
import umbra.practice.study.Attributes;
import umbra.practice.study.PracticeUids;
import umbra.practice.study.Study;

/// VL Whole Slide Microscopy (PS3.3 A.32.8): three levels in JPEG tiles (TILED_FULL), thumbnail, overview, and a label with name and bar code. JPEG Baseline.
public final class PracticeSlide {
  private static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.77.1.6";
  private static final int TILE = 256;
  private static final int COLUMNS = 2048;
  private static final int ROWS = 1536;
  private static final double MM_PER_PIXEL = 0.002;

  private final Study study;
  private final PracticeUids uids;
  private final JpegBaselineEncoder encoder = new JpegBaselineEncoder(80);
  private final PixelFont font = new PixelFont();
  private final String series;
  private final String frameOfReference;
  private final String pyramid;
  private final String dimension;
  private final String specimen;
  private int number;

  private PracticeSlide(Study study, PracticeUids uids) {
    this.study = study;
    this.uids = uids;
    series = uids.next();
    frameOfReference = uids.next();
    pyramid = uids.next();
    dimension = uids.next();
    specimen = uids.next();
  }

  /// File names and instances.
  public static Map<String, DataSet> of(Study study, PracticeUids uids) {
    return new PracticeSlide(study, uids).all();
  }

  private Map<String, DataSet> all() {
    var all = new LinkedHashMap<String, DataSet>();
    var rgb = Tissue.draw(COLUMNS, ROWS);
    for (int level = 0; level < 3; level++) {
      all.put("level" + level + ".dcm", image("VOLUME", level == 0 ? "NONE" : "RESAMPLED", rgb, COLUMNS >> level, ROWS >> level, TILE));
      if (level < 2) rgb = Tissue.halved(rgb, COLUMNS >> level, ROWS >> level);
    }
    all.put("thumbnail.dcm", image("THUMBNAIL", "RESAMPLED", rgb, COLUMNS >> 2, ROWS >> 2, 0));
    all.put("label.dcm", image("LABEL", "NONE", label(), 384, 384, 0));
    all.put("overview.dcm", image("OVERVIEW", "NONE", overview(rgb), 1024, 384, 0));
    return all;
  }

  private byte[] label() {
    var rgb = new byte[384 * 384 * 3];
    java.util.Arrays.fill(rgb, (byte) 250);
    var person = study.person();
    text(rgb, 384, "NOWHERE PATHOLOGY", 24, 24, 2);
    text(rgb, 384, person.name().replace('^', ' '), 24, 70, 3);
    text(rgb, 384, person.accessionNumber(), 24, 120, 3);
    text(rgb, 384, study.date() + "  H-E", 24, 165, 3);
    int bits = person.accessionNumber().hashCode() | 1;
    for (int bar = 0; bar < 42; bar++) if ((Integer.rotateLeft(bits, bar) & 1) == 1) fill(rgb, 384, 24 + 8 * bar, 230, 5 + 3 * (bar % 2), 100, 20);
    return rgb;
  }

  /// The label at the left, the tissue at the right.
  private byte[] overview(byte[] tissue) {
    var rgb = new byte[1024 * 384 * 3];
    java.util.Arrays.fill(rgb, (byte) 235);
    var label = label();
    for (int y = 0; y < 384; y++) {
      System.arraycopy(label, y * 384 * 3, rgb, y * 1024 * 3, 384 * 3);
      System.arraycopy(tissue, y * 512 * 3, rgb, (y * 1024 + 480) * 3, 512 * 3);
    }
    return rgb;
  }

  private void text(byte[] rgb, int columns, String text, int x, int y, int scale) {
    font.draw(text, x, y, scale, (px, py) -> {
      if (px < columns && 3 * (py * columns + px) < rgb.length) fill(rgb, columns, px, py, 1, 1, 30);
    });
  }

  private static void fill(byte[] rgb, int columns, int x, int y, int width, int height, int gray) {
    for (int dy = 0; dy < height; dy++) for (int at = 3 * ((y + dy) * columns + x), end = at + 3 * width; at < end; at++) rgb[at] = (byte) gray;
  }

  /// @param tile side of the tiles; 0 for one frame
  private DataSet image(String flavour, String derived, byte[] rgb, int columns, int rows, int tile) {
    int tileColumns = tile == 0 ? columns : tile;
    int tileRows = tile == 0 ? rows : tile;
    var fragments = new ArrayList<ByteSlice>();
    for (int y = 0; y < rows; y += tileRows) for (int x = 0; x < columns; x += tileColumns) fragments.add(ByteSlice.of(tile(rgb, columns, x, y, tileColumns, tileRows)));
    boolean hasLabel = flavour.equals("LABEL") || flavour.equals("OVERVIEW");
    double spacing = MM_PER_PIXEL * COLUMNS / (flavour.equals("LABEL") ? COLUMNS : flavour.equals("OVERVIEW") ? 512 : columns);
    var a = study.instance(SOP_CLASS, "SM", series, 1, uids.next(), ++number)
        .text("ImageType", (derived.equals("NONE") ? "ORIGINAL" : "DERIVED") + "\\PRIMARY\\" + flavour + "\\" + derived)
        .text("AcquisitionDateTime", study.date() + study.time()).text("FrameOfReferenceUID", frameOfReference).text("PositionReferenceIndicator", "SLIDE_CORNER")
        .text("VolumetricProperties", "VOLUME").floats("ImagedVolumeWidth", (float) (columns * spacing)).floats("ImagedVolumeHeight", (float) (rows * spacing)).floats("ImagedVolumeDepth", 0.001f)
        .longs("TotalPixelMatrixColumns", columns).longs("TotalPixelMatrixRows", rows).items("TotalPixelMatrixOriginSequence", new Attributes().text("XOffsetInSlideCoordinateSystem", "20").text("YOffsetInSlideCoordinateSystem", "40").dataSet())
        .text("ImageOrientationSlide", "0\\-1\\0\\-1\\0\\0").text("SpecimenLabelInImage", hasLabel ? "YES" : "NO").text("BurnedInAnnotation", hasLabel ? "YES" : "NO").text("FocusMethod", "AUTO")
        .text("ExtendedDepthOfField", "NO").longs("TotalPixelMatrixFocalPlanes", 1).longs("NumberOfOpticalPaths", 1)
        .shorts("SamplesPerPixel", 3).text("PhotometricInterpretation", "YBR_FULL_422").shorts("PlanarConfiguration", 0).text("NumberOfFrames", Integer.toString(fragments.size()))
        .shorts("Rows", tileRows).shorts("Columns", tileColumns).shorts("BitsAllocated", 8).shorts("BitsStored", 8).shorts("HighBit", 7).shorts("PixelRepresentation", 0)
        .text("LossyImageCompression", "01").text("LossyImageCompressionRatio", "10").text("LossyImageCompressionMethod", "ISO_10918_1");
    if (flavour.equals("VOLUME")) a.text("PyramidUID", pyramid);
    if (flavour.equals("LABEL")) a.text("LabelText", study.person().name().replace('^', ' ') + " " + study.person().accessionNumber()).text("BarcodeValue", study.person().accessionNumber());
    specimen(a);
    opticalPath(a);
    groups(a, flavour, derived, spacing);
    return a.element(new DataElement(Tags.PIXEL_DATA, VR.OB, new Value.Fragments(ByteSlice.of(offsets(fragments)), List.copyOf(fragments)))).dataSet();
  }

  private byte[] tile(byte[] rgb, int columns, int left, int top, int tileColumns, int tileRows) {
    var samples = new byte[tileColumns * tileRows * 3];
    for (int y = 0; y < tileRows && 3 * ((top + y) * columns + left) < rgb.length; y++) System.arraycopy(rgb, 3 * ((top + y) * columns + left), samples, 3 * y * tileColumns, 3 * Math.min(tileColumns, columns - left));
    try {
      var jpeg = encoder.encode(new Raster(tileRows, tileColumns, 3, 8, false, Photometric.RGB, new Raster.Samples.Bytes(samples, false)), Checkpoint.NONE);
      return jpeg.length % 2 == 0 ? jpeg : java.util.Arrays.copyOf(jpeg, jpeg.length + 1);
    } catch (DicomException e) {
      throw new IllegalStateException("8 bits in three samples always fit", e);
    }
  }

  private static byte[] offsets(List<ByteSlice> fragments) {
    var table = java.nio.ByteBuffer.allocate(4 * fragments.size()).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    for (var fragment : fragments) {
      table.putInt(at);
      at += 8 + (int) fragment.length();
    }
    return table.array();
  }

  private void specimen(Attributes a) {
    var person = study.person();
    var step = new Attributes().items("SpecimenPreparationStepContentItemSequence",
        new Attributes().text("ValueType", "TEXT").code("ConceptNameCodeSequence", "121041", "DCM", "Specimen Identifier").text("TextValue", person.accessionNumber() + "-A1").dataSet(),
        new Attributes().text("ValueType", "CODE").code("ConceptNameCodeSequence", "111701", "DCM", "Processing type").code("ConceptCodeSequence", "127790008", "SCT", "Staining").dataSet(),
        new Attributes().text("ValueType", "PNAME").code("ConceptNameCodeSequence", "121008", "DCM", "Person Observer Name").text("PersonName", person.referringPhysician()).dataSet()).dataSet();
    a.text("ContainerIdentifier", person.accessionNumber() + "-A1-HE").items("IssuerOfTheContainerIdentifierSequence").code("ContainerTypeCodeSequence", "433466003", "SCT", "Microscope slide")
        .items("SpecimenDescriptionSequence", new Attributes().text("SpecimenIdentifier", person.accessionNumber() + "-A1").text("SpecimenUID", specimen).items("IssuerOfTheSpecimenIdentifierSequence")
            .text("SpecimenShortDescription", "Colon, " + person.name().split("\\^")[0]).text("SpecimenDetailedDescription", "Colon of " + person.name().replace('^', ' ') + ", taken on " + study.date())
            .items("SpecimenPreparationSequence", step).code("PrimaryAnatomicStructureSequence", "71854001", "SCT", "Colon").dataSet())
        .items("AcquisitionContextSequence");
  }

  private void opticalPath(Attributes a) {
    a.items("OpticalPathSequence", new Attributes().text("OpticalPathIdentifier", "1").code("IlluminationTypeCodeSequence", "111744", "DCM", "Brightfield illumination")
        .code("IlluminationColorCodeSequence", "414298005", "SCT", "Full Spectrum").bytes("ICCProfile", VR.OB, ColorProfile.make()).dataSet());
  }

  private void groups(Attributes a, String flavour, String derived, double spacing) {
    var size = String.format(java.util.Locale.ROOT, "%.6f", spacing);
    a.items("DimensionOrganizationSequence", new Attributes().text("DimensionOrganizationUID", dimension).dataSet()).text("DimensionOrganizationType", "TILED_FULL")
        .items("DimensionIndexSequence", index(0x0048, 0x021E), index(0x0048, 0x021F))
        .items("SharedFunctionalGroupsSequence", new Attributes().items("PixelMeasuresSequence", new Attributes().text("SliceThickness", "0.001").text("PixelSpacing", size + "\\" + size).dataSet())
            .items("WholeSlideMicroscopyImageFrameTypeSequence", new Attributes().text("FrameType", (derived.equals("NONE") ? "ORIGINAL" : "DERIVED") + "\\PRIMARY\\" + flavour + "\\" + derived).dataSet())
            .items("OpticalPathIdentificationSequence", new Attributes().text("OpticalPathIdentifier", "1").dataSet()).dataSet());
  }

  private DataSet index(int group, int element) {
    return new Attributes().text("DimensionOrganizationUID", dimension).pointer("DimensionIndexPointer", group, element).pointer("FunctionalGroupPointer", 0x0048, 0x021A).dataSet();
  }
}
