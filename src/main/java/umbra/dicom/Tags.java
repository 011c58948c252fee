package umbra.dicom;

/// The Tags our code names; the dictionary knows all.
public final class Tags {
  public static final Tag FILE_META_INFORMATION_GROUP_LENGTH = Tag.of(0x0002, 0x0000);
  public static final Tag MEDIA_STORAGE_SOP_CLASS_UID = Tag.of(0x0002, 0x0002);
  public static final Tag MEDIA_STORAGE_SOP_INSTANCE_UID = Tag.of(0x0002, 0x0003);
  public static final Tag TRANSFER_SYNTAX_UID = Tag.of(0x0002, 0x0010);
  public static final Tag SPECIFIC_CHARACTER_SET = Tag.of(0x0008, 0x0005);
  public static final Tag SOP_CLASS_UID = Tag.of(0x0008, 0x0016);
  public static final Tag SOP_INSTANCE_UID = Tag.of(0x0008, 0x0018);
  public static final Tag MODALITY = Tag.of(0x0008, 0x0060);
  public static final Tag PATIENT_NAME = Tag.of(0x0010, 0x0010);
  public static final Tag PATIENT_ID = Tag.of(0x0010, 0x0020);
  public static final Tag SAMPLES_PER_PIXEL = Tag.of(0x0028, 0x0002);
  public static final Tag PHOTOMETRIC_INTERPRETATION = Tag.of(0x0028, 0x0004);
  public static final Tag PLANAR_CONFIGURATION = Tag.of(0x0028, 0x0006);
  public static final Tag NUMBER_OF_FRAMES = Tag.of(0x0028, 0x0008);
  public static final Tag ROWS = Tag.of(0x0028, 0x0010);
  public static final Tag COLUMNS = Tag.of(0x0028, 0x0011);
  public static final Tag PIXEL_ASPECT_RATIO = Tag.of(0x0028, 0x0034);
  public static final Tag BITS_ALLOCATED = Tag.of(0x0028, 0x0100);
  public static final Tag BITS_STORED = Tag.of(0x0028, 0x0101);
  public static final Tag HIGH_BIT = Tag.of(0x0028, 0x0102);
  public static final Tag PIXEL_REPRESENTATION = Tag.of(0x0028, 0x0103);
  public static final Tag PIXEL_PADDING_VALUE = Tag.of(0x0028, 0x0120);
  public static final Tag PIXEL_PADDING_RANGE_LIMIT = Tag.of(0x0028, 0x0121);
  public static final Tag WINDOW_CENTER = Tag.of(0x0028, 0x1050);
  public static final Tag WINDOW_WIDTH = Tag.of(0x0028, 0x1051);
  public static final Tag RESCALE_INTERCEPT = Tag.of(0x0028, 0x1052);
  public static final Tag RESCALE_SLOPE = Tag.of(0x0028, 0x1053);
  public static final Tag VOI_LUT_FUNCTION = Tag.of(0x0028, 0x1056);
  public static final Tag RED_PALETTE_DESCRIPTOR = Tag.of(0x0028, 0x1101);
  public static final Tag GREEN_PALETTE_DESCRIPTOR = Tag.of(0x0028, 0x1102);
  public static final Tag BLUE_PALETTE_DESCRIPTOR = Tag.of(0x0028, 0x1103);
  public static final Tag RED_PALETTE = Tag.of(0x0028, 0x1201);
  public static final Tag GREEN_PALETTE = Tag.of(0x0028, 0x1202);
  public static final Tag BLUE_PALETTE = Tag.of(0x0028, 0x1203);
  public static final Tag MODALITY_LUT_SEQUENCE = Tag.of(0x0028, 0x3000);
  public static final Tag LUT_DESCRIPTOR = Tag.of(0x0028, 0x3002);
  public static final Tag LUT_DATA = Tag.of(0x0028, 0x3006);
  public static final Tag VOI_LUT_SEQUENCE = Tag.of(0x0028, 0x3010);
  public static final Tag SHARED_FUNCTIONAL_GROUPS = Tag.of(0x5200, 0x9229);
  public static final Tag PER_FRAME_FUNCTIONAL_GROUPS = Tag.of(0x5200, 0x9230);
  public static final Tag EXTENDED_OFFSET_TABLE = Tag.of(0x7FE0, 0x0001);
  public static final Tag EXTENDED_OFFSET_TABLE_LENGTHS = Tag.of(0x7FE0, 0x0002);
  public static final Tag FLOAT_PIXEL_DATA = Tag.of(0x7FE0, 0x0008);
  public static final Tag DOUBLE_FLOAT_PIXEL_DATA = Tag.of(0x7FE0, 0x0009);
  public static final Tag PIXEL_DATA = Tag.of(0x7FE0, 0x0010);
  public static final Tag TRAILING_PADDING = Tag.of(0xFFFC, 0xFFFC);
  public static final Tag ITEM = Tag.of(0xFFFE, 0xE000);
  public static final Tag ITEM_DELIMITATION = Tag.of(0xFFFE, 0xE00D);
  public static final Tag SEQUENCE_DELIMITATION = Tag.of(0xFFFE, 0xE0DD);

  private Tags() {}
}
