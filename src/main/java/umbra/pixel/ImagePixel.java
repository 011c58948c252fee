package umbra.pixel;

import java.util.Optional;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.LimitException;
import umbra.dicom.Place;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;
import umbra.dicom.Tags;

/// The Image Pixel Module (PS3.3 C.7.6.3): the claims of the header about the samples, checked against each other.
///
/// @param bitsAllocated 1, 8, 16, 32 or 64
/// @param bitsStored at most `bitsAllocated`
/// @param highBit index from 0 of the most significant stored bit
/// @param signed Pixel Representation is 1
/// @param planar Planar Configuration is 1: one plane after the other; of meaning for native frames and RLE only
/// @param frames at least 1
public record ImagePixel(
    int rows,
    int columns,
    int samples,
    Photometric photometric,
    SampleType type,
    int bitsAllocated,
    int bitsStored,
    int highBit,
    boolean signed,
    boolean planar,
    int frames) {
  /// More samples than this in one frame are refused: a decoded frame must fit an array.
  public static final long MOST_SAMPLES = 1L << 30;

  /// Samples of one frame.
  public int frameSamples() {
    return rows * columns * samples;
  }

  /// Bits that one native frame takes up (PS3.5 8.1.1); YBR_FULL_422 and the partial ones are subsampled.
  public long nativeFrameBits() {
    long pixels = (long) rows * columns;
    return switch (photometric) {
      case YBR_FULL_422, YBR_PARTIAL_422 -> samples == 3 ? pixels * 2 * bitsAllocated : pixels * samples * bitsAllocated;
      case YBR_PARTIAL_420 -> pixels * 3 / 2 * bitsAllocated;
      default -> pixels * samples * bitsAllocated;
    };
  }

  /// Reads and checks the module.
  ///
  /// @param file for the messages
  /// @throws DicomFormatException if an attribute is missing or contradicts another
  /// @throws LimitException if a frame would hold more than [#MOST_SAMPLES]
  public static ImagePixel of(DataSet dataSet, String file) throws DicomException {
    var type = dataSet.contains(Tags.FLOAT_PIXEL_DATA) ? SampleType.FLOAT
        : dataSet.contains(Tags.DOUBLE_FLOAT_PIXEL_DATA) ? SampleType.DOUBLE : SampleType.INTEGER;
    int rows = required(dataSet, Tags.ROWS, 1, 65_535, file);
    int columns = required(dataSet, Tags.COLUMNS, 1, 65_535, file);
    int samples = dataSet.contains(Tags.SAMPLES_PER_PIXEL) ? required(dataSet, Tags.SAMPLES_PER_PIXEL, 1, 4, file) : 1;
    var photometric = photometric(dataSet, samples, file);
    int allocated = type == SampleType.FLOAT ? 32 : type == SampleType.DOUBLE ? 64 : required(dataSet, Tags.BITS_ALLOCATED, 1, 32, file);
    if (allocated != 1 && allocated % 8 != 0 || allocated == 24) throw wrong(Tags.BITS_ALLOCATED, "Bits Allocated is none of 1, 8, 16, 32", file);
    int stored = dataSet.integer(Tags.BITS_STORED).orElse(allocated);
    if (stored < 1 || stored > allocated) throw wrong(Tags.BITS_STORED, "Bits Stored does not fit Bits Allocated", file);
    int high = dataSet.integer(Tags.HIGH_BIT).orElse(stored - 1);
    if (high >= allocated || high < stored - 1) high = stored - 1;
    int frames = dataSet.contains(Tags.NUMBER_OF_FRAMES) ? dataSet.integer(Tags.NUMBER_OF_FRAMES).orElse(1) : 1;
    if (frames < 1) frames = 1;
    if ((long) rows * columns * samples > MOST_SAMPLES) throw new LimitException("frame larger than the limit", place(Tags.ROWS, file));
    return new ImagePixel(rows, columns, samples, photometric, type, allocated, stored, high,
        dataSet.integer(Tags.PIXEL_REPRESENTATION).orElse(0) == 1, dataSet.integer(Tags.PLANAR_CONFIGURATION).orElse(0) == 1, frames);
  }

  private static Photometric photometric(DataSet dataSet, int samples, String file) throws DicomException {
    Optional<String> term = dataSet.text(Tags.PHOTOMETRIC_INTERPRETATION);
    if (term.isEmpty()) return samples == 3 ? Photometric.RGB : Photometric.MONOCHROME2;
    return Photometric.ofTerm(term.get())
        .orElseThrow(() -> wrong(Tags.PHOTOMETRIC_INTERPRETATION, "Photometric Interpretation is no defined term", file));
  }

  private static int required(DataSet dataSet, Tag tag, int least, int most, String file) throws DicomException {
    var value = dataSet.integer(tag);
    if (value.isEmpty()) throw wrong(tag, "attribute of Image Pixel missing or no number", file);
    if (value.getAsInt() < least || value.getAsInt() > most) throw wrong(tag, "attribute of Image Pixel out of range", file);
    return value.getAsInt();
  }

  private static DicomFormatException wrong(Tag tag, String reason, String file) {
    return new DicomFormatException(reason, place(tag, file));
  }

  private static Place place(Tag tag, String file) {
    return new Place(file, -1, Optional.of(TagPath.of(tag)));
  }
}
