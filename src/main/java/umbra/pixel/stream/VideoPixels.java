package umbra.pixel.stream;

import java.util.ArrayList;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.Value;
import umbra.io.ByteSlice;
import umbra.pixel.stream.code.StreamCleaner;

/// Video: one stream in all fragments, cleaned without a change of its length, so that the fragments keep theirs.
record VideoPixels(StreamCleaner cleaner) {
  private static final byte[] ONE_OFFSET = new byte[4];

  /// The same Data Set if nothing has to go.
  DataSet clean(DataSet dataSet, DataElement pixels, Value.Fragments value) throws DicomException {
    if (value.rest().isEmpty()) return value.basicOffsetTable().isEmpty() ? dataSet : dataSet.with(pixels.withValue(new Value.Fragments(ByteSlice.EMPTY, value.rest())));
    var before = ByteSlice.joined(value.rest());
    var after = cleaner.clean(before);
    boolean tableFits = value.basicOffsetTable().isEmpty() || value.basicOffsetTable().sameBytes(ByteSlice.of(ONE_OFFSET));
    if (after == before && tableFits) return dataSet;
    var fragments = new ArrayList<ByteSlice>();
    long at = 0;
    for (var fragment : value.rest()) {
      fragments.add(after == before ? fragment : after.slice(at, fragment.length()));
      at += fragment.length();
    }
    return dataSet.with(pixels.withValue(new Value.Fragments(tableFits ? value.basicOffsetTable() : ByteSlice.EMPTY, fragments)));
  }
}
