package umbra.dicom.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.LimitException;
import umbra.dicom.Place;
import umbra.dicom.Syntax;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;
import umbra.dicom.Tags;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.io.ByteSlice;

/// Writes the elements of a Data Set in one layout (PS3.5 7).
final class DataSetWriter {
  private final Sink out;
  private final Syntax syntax;
  private final ByteOrder order;
  private final Lengths lengths;

  DataSetWriter(Sink out, Syntax syntax) {
    this.out = out;
    this.syntax = syntax;
    this.order = syntax.order();
    this.lengths = new Lengths(syntax);
  }

  /// Writes all elements; a Data Set nobody touched is copied with whatever stands between its elements.
  void write(DataSet dataSet) throws IOException {
    if (lengths.isCopied(dataSet.encoded())) {
      out.put(dataSet.encoded().whole());
      return;
    }
    writeElements(withGroupLengths(dataSet));
  }

  private void writeElements(List<DataElement> elements) throws IOException {
    for (var element : elements) write(element);
  }

  /// Group lengths that a change of the group made wrong are stated anew; none is added.
  private List<DataElement> withGroupLengths(DataSet dataSet) {
    var elements = new ArrayList<DataElement>(dataSet.size());
    dataSet.forEach(elements::add);
    for (int i = 0; i < elements.size(); i++) {
      var element = elements.get(i);
      if (!element.tag().isGroupLength() || element.vr() != VR.UL || isUntouchedGroup(elements, i)) continue;
      var value = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) lengths.ofGroup(elements, element.tag().group()));
      var right = new Value.Bytes(ByteSlice.of(value.array()), ByteOrder.LITTLE_ENDIAN);
      if (!sameNumber(element.value(), right)) elements.set(i, element.withValue(right));
    }
    return elements;
  }

  /// All of the group, and what follows it, stands as in the file, one behind the other: a wrong length stays wrong.
  private boolean isUntouchedGroup(List<DataElement> elements, int first) {
    int group = elements.get(first).tag().group();
    for (int i = first; i < elements.size(); i++) {
      if (!lengths.isCopied(elements.get(i).encoded())) return false;
      if (i > first && !follows(elements.get(i - 1).encoded().whole(), elements.get(i).encoded().whole())) return false;
      if (elements.get(i).tag().group() != group) return true;
    }
    return false; // nothing follows that would tell whether the last element of the group is still there
  }

  private static boolean follows(ByteSlice before, ByteSlice after) {
    return before.source() == after.source() && before.end() == after.offset();
  }

  private static boolean sameNumber(Value stated, Value.Bytes right) {
    if (!(stated instanceof Value.Bytes(var raw, var order)) || raw.length() != 4) return false;
    return ByteBuffer.wrap(raw.toArray()).order(order).getInt() == ByteBuffer.wrap(right.raw().toArray()).order(right.order()).getInt();
  }

  private void write(DataElement element) throws IOException {
    if (lengths.isCopied(element.encoded())) {
      out.put(element.encoded().whole());
      return;
    }
    if (element.tag().group() == 0xFFFE) return; // a stray delimiter means nothing in another layout
    long length = lengths.ofValue(element);
    boolean undefined = lengths.writesUndefined(element);
    if (!undefined && length > Lengths.LONGEST_VALUE) {
      throw new LimitException("value longer than a length field can say",
          new Place("output", -1, Optional.of(TagPath.of(element.tag()))));
    }
    header(element, undefined ? 0xFFFF_FFFFL : length);
    value(element);
    if (undefined) delimiter(Tags.SEQUENCE_DELIMITATION, 0);
  }

  private void header(DataElement element, long length) throws IOException {
    tag(element.tag());
    if (!syntax.isExplicit()) {
      out.put32(length, order);
      return;
    }
    var vr = lengths.vr(element);
    out.put(vr.name().charAt(0));
    out.put(vr.name().charAt(1));
    if (vr.hasLongLength()) {
      out.put16(0, order);
      out.put32(length, order);
    } else {
      out.put16((int) length, order);
    }
  }

  private void tag(Tag tag) throws IOException {
    out.put16(tag.group(), order);
    out.put16(tag.element(), order);
  }

  private void delimiter(Tag tag, long length) throws IOException {
    tag(tag);
    out.put32(length, order);
  }

  private void value(DataElement element) throws IOException {
    switch (element.value()) {
      case Value.Bytes(var raw, var from) -> {
        if (from == order || element.vr().unitBytes() == 1) out.put(raw);
        else Swap.write(raw, element.vr().unitBytes(), out);
        if ((raw.length() & 1) == 1) out.put(element.vr().padding());
      }
      case Value.Items(var items) -> {
        for (var item : items) item(item);
      }
      case Value.Fragments(var table, var rest) -> {
        fragment(table);
        for (var fragment : rest) fragment(fragment);
      }
    }
  }

  private void item(DataSet item) throws IOException {
    if (lengths.isCopied(item.encoded())) {
      out.put(item.encoded().whole());
      return;
    }
    boolean undefined = item.encoded().undefinedLength();
    delimiter(Tags.ITEM, undefined ? 0xFFFF_FFFFL : lengths.ofItemContent(item));
    writeElements(withGroupLengths(item));
    if (undefined) delimiter(Tags.ITEM_DELIMITATION, 0);
  }

  private void fragment(ByteSlice fragment) throws IOException {
    delimiter(Tags.ITEM, fragment.length() + (fragment.length() & 1));
    out.put(fragment);
    if ((fragment.length() & 1) == 1) out.put(0);
  }
}
