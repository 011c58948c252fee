package umbra.pixel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.function.IntFunction;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.dicom.VR;
import umbra.dicom.Value;

/// Reads frames of native Pixel Data (PS3.5 8.1.1): every bit of each word as it stands, pixel-interleaved.
public final class NativeFrames {
  private final ImagePixel image;
  private final Value.Bytes pixels;
  /// 8-bit samples that were written as words of a big endian file: each pair is turned round.
  private final boolean swappedPairs;
  private final Place place;

  /// @param vr of the element that holds the pixels
  public NativeFrames(ImagePixel image, Value.Bytes pixels, VR vr, Place place) {
    this.image = image;
    this.pixels = pixels;
    this.swappedPairs = vr == VR.OW && pixels.order() == ByteOrder.BIG_ENDIAN && image.bitsAllocated() <= 8;
    this.place = place;
  }

  /// @param frame index from 0
  /// @throws DicomFormatException if the bytes end before the frame does
  public Raster frame(int frame) throws DicomException {
    return frame(frame, short[]::new);
  }

  /// @param words gives arrays for 16-bit samples, all of which are written
  public Raster frame(int frame, IntFunction<short[]> words) throws DicomException {
    long bits = image.nativeFrameBits();
    long firstBit = frame * bits;
    long from = firstBit / 8;
    long to = (firstBit + bits + 7) / 8;
    if (to > pixels.raw().length()) {
      throw new DicomFormatException("Pixel Data ends " + (to - pixels.raw().length()) + " bytes before frame " + (frame + 1) + " does", place);
    }
    if (swappedPairs) return unpack(swapped(from, to), firstBit, words);
    return unpack(pixels.raw().slice(from, to - from).bytes(), firstBit, words);
  }

  private MemorySegment swapped(long from, long to) {
    long even = from & ~1L;
    var bytes = pixels.raw().slice(even, Math.min((to + 1 & ~1L), pixels.raw().length()) - even).toArray();
    for (int i = 0; i + 1 < bytes.length; i += 2) {
      byte kept = bytes[i];
      bytes[i] = bytes[i + 1];
      bytes[i + 1] = kept;
    }
    return MemorySegment.ofArray(bytes).asSlice(from - even, to - from);
  }

  private Raster unpack(MemorySegment bytes, long firstBit, IntFunction<short[]> words) throws DicomException {
    var values = switch (image.bitsAllocated()) {
      case 1 -> new Raster.Samples.Bytes(bits(bytes, (int) (firstBit % 8)), false);
      case 8 -> new Raster.Samples.Bytes(interleaved(bytes(bytes)), image.signed());
      case 16 -> new Raster.Samples.Shorts(interleaved(shorts(bytes, words)), image.signed());
      case 64 -> new Raster.Samples.Doubles(doubles(bytes));
      default -> image.type() == SampleType.FLOAT
          ? new Raster.Samples.Floats(floats(bytes))
          : new Raster.Samples.Ints(interleaved(ints(bytes)), image.signed());
    };
    var photometric = image.photometric() == Photometric.YBR_FULL_422 ? Photometric.YBR_FULL : image.photometric();
    return new Raster(image.rows(), image.columns(), image.samples(), image.bitsStored(), image.signed(), photometric, values);
  }

  /// One bit a sample, the first in the least significant bit (PS3.5 8.1.1); a frame need not begin a byte.
  private byte[] bits(MemorySegment bytes, int firstBit) {
    var samples = new byte[image.frameSamples()];
    for (int i = 0; i < samples.length; i++) {
      int bit = firstBit + i;
      samples[i] = (byte) (bytes.get(ValueLayout.JAVA_BYTE, bit >>> 3) >>> (bit & 7) & 1);
    }
    return samples;
  }

  private byte[] bytes(MemorySegment bytes) throws DicomException {
    if (image.samples() == 3 && image.photometric() == Photometric.YBR_FULL_422) return widened(bytes);
    var samples = new byte[image.frameSamples()];
    if (bytes.byteSize() < samples.length) throw new DicomFormatException("subsampling that native Pixel Data cannot have", place);
    MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, 0, samples, 0, samples.length);
    return samples;
  }

  /// Two pixels share their colour differences: Y1 Y2 CB CR (PS3.3 C.7.6.3.1.2).
  private byte[] widened(MemorySegment bytes) {
    var samples = new byte[image.frameSamples()];
    for (int i = 0; i + 5 < samples.length; i += 6) {
      long at = i / 6 * 4L;
      byte cb = bytes.get(ValueLayout.JAVA_BYTE, at + 2);
      byte cr = bytes.get(ValueLayout.JAVA_BYTE, at + 3);
      samples[i] = bytes.get(ValueLayout.JAVA_BYTE, at);
      samples[i + 3] = bytes.get(ValueLayout.JAVA_BYTE, at + 1);
      samples[i + 1] = cb;
      samples[i + 4] = cb;
      samples[i + 2] = cr;
      samples[i + 5] = cr;
    }
    return samples;
  }

  private short[] shorts(MemorySegment bytes, IntFunction<short[]> words) {
    var samples = words.apply(image.frameSamples());
    MemorySegment.copy(bytes, ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(pixels.order()), 0, samples, 0, samples.length);
    return samples;
  }

  private int[] ints(MemorySegment bytes) {
    var samples = new int[image.frameSamples()];
    MemorySegment.copy(bytes, ValueLayout.JAVA_INT_UNALIGNED.withOrder(pixels.order()), 0, samples, 0, samples.length);
    return samples;
  }

  private float[] floats(MemorySegment bytes) {
    var samples = new float[image.frameSamples()];
    MemorySegment.copy(bytes, ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(pixels.order()), 0, samples, 0, samples.length);
    return samples;
  }

  private double[] doubles(MemorySegment bytes) {
    var samples = new double[image.frameSamples()];
    MemorySegment.copy(bytes, ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(pixels.order()), 0, samples, 0, samples.length);
    return samples;
  }

  private boolean isPlanar() {
    return image.planar() && image.samples() > 1;
  }

  private byte[] interleaved(byte[] planes) {
    if (!isPlanar()) return planes;
    var samples = new byte[planes.length];
    int pixelCount = planes.length / image.samples();
    for (int s = 0, at = 0; s < image.samples(); s++) for (int i = 0; i < pixelCount; i++) samples[i * image.samples() + s] = planes[at++];
    return samples;
  }

  private short[] interleaved(short[] planes) {
    if (!isPlanar()) return planes;
    var samples = new short[planes.length];
    int pixelCount = planes.length / image.samples();
    for (int s = 0, at = 0; s < image.samples(); s++) for (int i = 0; i < pixelCount; i++) samples[i * image.samples() + s] = planes[at++];
    return samples;
  }

  private int[] interleaved(int[] planes) {
    if (!isPlanar()) return planes;
    var samples = new int[planes.length];
    int pixelCount = planes.length / image.samples();
    for (int s = 0, at = 0; s < image.samples(); s++) for (int i = 0; i < pixelCount; i++) samples[i * image.samples() + s] = planes[at++];
    return samples;
  }
}
