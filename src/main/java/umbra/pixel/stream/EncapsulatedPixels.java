package umbra.pixel.stream;

import java.util.ArrayList;
import java.util.List;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.Place;
import umbra.dicom.Tags;
import umbra.dicom.UnsupportedDicomException;
import umbra.dicom.Value;
import umbra.io.ByteSlice;
import umbra.pixel.FrameIndex;
import umbra.pixel.stream.code.StreamCleaner;

/// Encapsulated Pixel Data: every code stream cleaned, frames that need nothing left in their fragments, offset tables right afterwards.
record EncapsulatedPixels(StreamCleaner cleaner, Place place) {

  private record Cleaned(List<ByteSlice> fragments, long bytes, boolean untouched, int streams) {}

  /// The same Data Set if nothing has to go.
  DataSet clean(DataSet dataSet, DataElement pixels, Value.Fragments value) throws DicomException {
    if (value.rest().isEmpty()) return value.basicOffsetTable().isEmpty() ? dataSet : dataSet.with(pixels.withValue(new Value.Fragments(ByteSlice.EMPTY, List.of())));
    int count = Math.max(1, dataSet.integer(Tags.NUMBER_OF_FRAMES).orElse(1));
    var index = FrameIndex.of(dataSet, value, count, place);
    boolean isKnown = index.basis() != FrameIndex.Basis.UNKNOWN;
    var frames = new ArrayList<OffsetTables.Frame>();
    boolean same = tablesFit(dataSet, value, index);
    for (int i = 0; i < (isKnown ? index.size() : 1); i++) {
      var before = isKnown ? index.fragments(i) : value.rest();
      var after = clean(before);
      if (after.streams > (isKnown ? 1 : count)) throw new UnsupportedDicomException("Pixel Data holds more frames than Number of Frames says", place);
      same &= after.untouched;
      frames.add(new OffsetTables.Frame(after.fragments, after.untouched ? OffsetTables.statedLength(dataSet, i, before) : after.bytes));
    }
    if (same) return dataSet;
    var tables = OffsetTables.of(frames, dataSet, isKnown && !value.basicOffsetTable().isEmpty());
    var changed = dataSet.with(pixels.withValue(tables.value()));
    for (var tag : tables.removed()) changed = changed.without(tag);
    for (var element : tables.set()) changed = changed.with(element);
    return changed;
  }

  /// There is no table that points anywhere but at the frames: it might as well be text.
  private static boolean tablesFit(DataSet dataSet, Value.Fragments value, FrameIndex index) throws DicomException {
    boolean basic = value.basicOffsetTable().isEmpty() || index.basis() == FrameIndex.Basis.BASIC_OFFSET_TABLE;
    boolean hasExtended = dataSet.contains(Tags.EXTENDED_OFFSET_TABLE) || dataSet.contains(Tags.EXTENDED_OFFSET_TABLE_LENGTHS);
    return basic && !index.isTableIgnored() && (!hasExtended || index.basis() == FrameIndex.Basis.EXTENDED_OFFSET_TABLE && OffsetTables.lengthsFit(dataSet, index));
  }

  /// One frame, or more than one where Number of Frames does not tell them apart.
  private Cleaned clean(List<ByteSlice> fragments) throws DicomException {
    var left = new ArrayList<ByteSlice>(fragments.size());
    long bytes = 0;
    boolean untouched = true;
    int streams = 0;
    for (int first = 0, next; first < fragments.size(); first = next) {
      next = first + 1;
      while (next < fragments.size() && !FrameIndex.beginsCodeStream(fragments.get(next))) next++;
      streams++;
      var stream = fragments.subList(first, next);
      var before = ByteSlice.joined(stream);
      var after = cleaner.clean(before);
      bytes += after.length();
      untouched &= after == before;
      if (after == before) left.addAll(stream);
      else left.add(even(after));
    }
    return new Cleaned(left, bytes, untouched, streams);
  }

  private static ByteSlice even(ByteSlice slice) {
    return (slice.length() & 1) == 0 ? slice : ByteSlice.joined(List.of(slice, ByteSlice.of(new byte[1])));
  }
}
