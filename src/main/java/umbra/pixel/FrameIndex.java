package umbra.pixel;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.dicom.Tags;
import umbra.dicom.Value;
import umbra.io.ByteSlice;

/// Splits encapsulated Pixel Data into frames (PS3.5 A.4), without looking at more of it than it must.
///
/// Uses the Extended Offset Table if it fits the fragments, else the Basic Offset Table if that fits, else one fragment a
/// frame, else the code streams: a frame begins where a fragment begins one. An offset table that points anywhere but at
/// the start of a fragment, or not upwards, is not used.
public final class FrameIndex {
  /// How the frames were told apart.
  public enum Basis { EXTENDED_OFFSET_TABLE, BASIC_OFFSET_TABLE, ONE_FRAGMENT_A_FRAME, SINGLE_FRAME, CODE_STREAMS, UNKNOWN }

  private final List<ByteSlice> fragments;
  /// Index of the first fragment of each frame, and one behind the last.
  private final int[] firsts;
  private final Basis basis;
  private final boolean tableIgnored;
  private final Place place;

  private FrameIndex(List<ByteSlice> fragments, int[] firsts, Basis basis, boolean tableIgnored, Place place) {
    this.fragments = fragments;
    this.firsts = firsts;
    this.basis = basis;
    this.tableIgnored = tableIgnored;
    this.place = place;
  }

  /// @param frames as Number of Frames says
  public static FrameIndex of(DataSet dataSet, Value.Fragments pixels, int frames, Place place) {
    var fragments = pixels.rest();
    long[] starts = starts(fragments);
    var extended = extendedOffsets(dataSet);
    var fromExtended = firsts(extended, starts, frames);
    if (fromExtended != null) return new FrameIndex(fragments, fromExtended, Basis.EXTENDED_OFFSET_TABLE, false, place);
    var basic = offsets(pixels.basicOffsetTable(), 4);
    var fromBasic = firsts(basic, starts, frames);
    if (fromBasic != null) return new FrameIndex(fragments, fromBasic, Basis.BASIC_OFFSET_TABLE, extended.length > 0, place);
    boolean ignored = extended.length + basic.length > 0;
    if (frames == 1) return new FrameIndex(fragments, new int[] {0, fragments.size()}, Basis.SINGLE_FRAME, ignored, place);
    if (fragments.size() == frames) return new FrameIndex(fragments, upTo(frames), Basis.ONE_FRAGMENT_A_FRAME, ignored, place);
    var streams = codeStreams(fragments);
    if (streams.length == frames + 1) return new FrameIndex(fragments, streams, Basis.CODE_STREAMS, ignored, place);
    return new FrameIndex(fragments, new int[] {0}, Basis.UNKNOWN, ignored, place);
  }

  /// How the frames were told apart.
  public Basis basis() {
    return basis;
  }

  /// An offset table is there, but it does not fit the fragments.
  public boolean isTableIgnored() {
    return tableIgnored;
  }

  /// Frames that can be told apart.
  public int size() {
    return firsts.length - 1;
  }

  /// The fragments of a frame, in order.
  ///
  /// @param frame index from 0
  /// @throws DicomFormatException if the fragments do not tell where this frame is
  public List<ByteSlice> fragments(int frame) throws DicomFormatException {
    if (frame < 0 || frame >= size() || firsts[frame] == firsts[frame + 1]) {
      throw new DicomFormatException(fragments.size() + " fragments do not tell where frame " + (frame + 1) + " is", place);
    }
    return fragments.subList(firsts[frame], firsts[frame + 1]);
  }

  /// Offsets of the Item of each fragment, counted from the first one (PS3.5 A.4).
  private static long[] starts(List<ByteSlice> fragments) {
    var starts = new long[fragments.size()];
    for (int i = 0; i < starts.length; i++) starts[i] = fragments.get(i).offset() - fragments.getFirst().offset();
    return starts;
  }

  private static long[] extendedOffsets(DataSet dataSet) {
    return dataSet.find(Tags.EXTENDED_OFFSET_TABLE)
        .map(e -> e.value() instanceof Value.Bytes(var raw, _) ? offsets(raw, 8) : new long[0])
        .orElse(new long[0]);
  }

  private static long[] offsets(ByteSlice table, int width) {
    if (table.isEmpty() || table.length() % width != 0 || table.length() > 1 << 28) return new long[0];
    var bytes = table.bytes();
    var offsets = new long[(int) (table.length() / width)];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = width == 4
          ? bytes.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), 4L * i) & 0xFFFF_FFFFL
          : bytes.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), 8L * i);
    }
    return offsets;
  }

  /// The first fragment of each frame, or null if the table does not fit.
  private static int[] firsts(long[] offsets, long[] starts, int frames) {
    if (offsets.length != frames || offsets.length == 0 || offsets[0] != 0) return null;
    var firsts = new int[frames + 1];
    int fragment = 0;
    for (int frame = 0; frame < frames; frame++) {
      while (fragment < starts.length && starts[fragment] < offsets[frame]) fragment++;
      if (fragment == starts.length || starts[fragment] != offsets[frame]) return null;
      if (frame > 0 && firsts[frame - 1] == fragment) return null;
      firsts[frame] = fragment;
    }
    firsts[frames] = starts.length;
    return firsts;
  }

  private static int[] upTo(int frames) {
    var firsts = new int[frames + 1];
    for (int i = 0; i <= frames; i++) firsts[i] = i;
    return firsts;
  }

  private static int[] codeStreams(List<ByteSlice> fragments) {
    var firsts = new ArrayList<Integer>();
    for (int i = 0; i < fragments.size(); i++) if (beginsCodeStream(fragments.get(i))) firsts.add(i);
    firsts.add(fragments.size());
    return firsts.stream().mapToInt(Integer::intValue).toArray();
  }

  /// SOI of the JPEG family, SOC of JPEG 2000, the box of a JP2 file, or the header of RLE (PS3.5 G.5).
  public static boolean beginsCodeStream(ByteSlice fragment) {
    if (fragment.length() < 12) return false;
    int first = fragment.u8(0) << 24 | fragment.u8(1) << 16 | fragment.u8(2) << 8 | fragment.u8(3);
    if (first >>> 8 == 0xFFD8FF || first == 0xFF4FFF51 || first == 0x0000000C) return true;
    boolean rleCount = fragment.u8(0) >= 1 && fragment.u8(0) <= 15 && (first & 0xFFFFFF) == 0;
    return rleCount && fragment.u8(4) == 64 && fragment.u8(5) == 0 && fragment.u8(6) == 0 && fragment.u8(7) == 0;
  }
}
