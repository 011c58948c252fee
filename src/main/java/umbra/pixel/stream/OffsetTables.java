package umbra.pixel.stream;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.Numbers;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.io.ByteSlice;
import umbra.pixel.FrameIndex;

/// Fragments with the offset tables that fit them (PS3.5 A.4 and PS3.3 C.7.6.3.1.8).
///
/// The kind of table stays as it was in the file. None stays none where one fragment a frame needs none. An Extended Offset Table
/// needs one fragment a frame; offsets beyond 32 bits need an Extended Offset Table.
///
/// @param value of Pixel Data
/// @param set elements of the Extended Offset Table, if there is one now
/// @param removed the same, if there is none any more
public record OffsetTables(Value.Fragments value, List<DataElement> set, List<Tag> removed) {
  private static final int ITEM_HEADER = 8;

  /// One frame as it will stand in the file.
  ///
  /// @param bytes length of the code stream without its padding
  public record Frame(List<ByteSlice> fragments, long bytes) {
    public Frame {
      fragments = List.copyOf(fragments);
    }
  }

  /// @param before the Data Set whose tables are the pattern
  /// @param old its Pixel Data
  public static OffsetTables of(List<Frame> frames, DataSet before, boolean hadBasic) {
    var fragments = new ArrayList<ByteSlice>();
    var offsets = new long[frames.size()];
    var lengths = new long[frames.size()];
    long at = 0;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = at;
      lengths[i] = frames.get(i).bytes();
      for (var fragment : frames.get(i).fragments()) {
        fragments.add(fragment);
        at += ITEM_HEADER + fragment.length() + (fragment.length() & 1);
      }
    }
    boolean single = fragments.size() == frames.size();
    boolean extended = before.contains(Tags.EXTENDED_OFFSET_TABLE);
    boolean fits = offsets.length == 0 || offsets[offsets.length - 1] <= 0xFFFF_FFFFL;
    boolean wanted = hadBasic || extended || !single && frames.size() > 1;
    if (single && (extended || wanted && !fits)) {
      var tables = List.of(longs(Tags.EXTENDED_OFFSET_TABLE, offsets), longs(Tags.EXTENDED_OFFSET_TABLE_LENGTHS, lengths));
      return new OffsetTables(new Value.Fragments(ByteSlice.EMPTY, fragments), tables, List.of());
    }
    var basic = wanted && fits ? ByteSlice.of(ints(offsets)) : ByteSlice.EMPTY;
    return new OffsetTables(new Value.Fragments(basic, fragments), List.of(), List.of(Tags.EXTENDED_OFFSET_TABLE, Tags.EXTENDED_OFFSET_TABLE_LENGTHS));
  }

  /// Extended Offset Table Lengths say of each frame what it has, with its padding or without, and nothing more.
  static boolean lengthsFit(DataSet dataSet, FrameIndex index) throws DicomException {
    var lengths = dataSet.find(Tags.EXTENDED_OFFSET_TABLE_LENGTHS);
    if (lengths.isEmpty() || Numbers.count(lengths.get()) != index.size() || lengths.get().value().size() != 8L * index.size()) return false;
    for (int i = 0; i < index.size(); i++) {
      long length = index.fragments(i).stream().mapToLong(ByteSlice::length).sum();
      if (length - Numbers.binary(lengths.get(), i) >>> 1 != 0) return false;
    }
    return true;
  }

  /// The length of a frame without its padding, if the file says it; else that of its fragments.
  ///
  /// @param frame index from 0
  public static long statedLength(DataSet dataSet, int frame, List<ByteSlice> fragments) {
    long length = fragments.stream().mapToLong(ByteSlice::length).sum();
    var lengths = dataSet.find(Tags.EXTENDED_OFFSET_TABLE_LENGTHS);
    if (lengths.isEmpty() || Numbers.count(lengths.get()) <= frame) return length;
    long stated = Numbers.binary(lengths.get(), frame);
    return stated > 0 && stated <= length && length - stated <= 1 ? stated : length;
  }

  private static DataElement longs(Tag tag, long[] values) {
    var bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) bytes.putLong(value);
    return DataElement.ofBytes(tag, VR.OV, bytes.array());
  }

  private static byte[] ints(long[] values) {
    var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) bytes.putInt((int) value);
    return bytes.array();
  }
}
