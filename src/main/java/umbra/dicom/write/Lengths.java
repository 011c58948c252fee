package umbra.dicom.write;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Encoded;
import umbra.dicom.Syntax;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.io.ByteSlice;

/// How many bytes elements and Items will take up in one layout. Each nested Data Set is measured once.
final class Lengths {
  static final int ITEM_HEADER = 8;
  /// A longer value cannot be stated in the 32 bits of the length field (PS3.5 7.1.1).
  static final long LONGEST_VALUE = 0xFFFF_FFFEL;

  private final Syntax syntax;
  private final Map<DataSet, Long> measured = new IdentityHashMap<>();

  Lengths(Syntax syntax) {
    this.syntax = syntax;
  }

  /// The bytes may be copied: nobody touched them, and they are in the layout that is written.
  boolean isCopied(Encoded encoded) {
    return encoded.isVerbatim() && encoded.syntax() == syntax;
  }

  long ofElements(Iterable<DataElement> elements) {
    long sum = 0;
    for (var element : elements) sum += of(element);
    return sum;
  }

  long of(DataElement element) {
    if (isCopied(element.encoded())) return element.encoded().whole().length();
    return headerBytes(element) + ofValue(element) + (writesUndefined(element) ? ITEM_HEADER : 0);
  }

  int headerBytes(DataElement element) {
    boolean longForm = syntax.isExplicit() && (element.vr().hasLongLength() || ofValueField(element) > 0xFFFF);
    return longForm ? 12 : 8;
  }

  private long ofValueField(DataElement element) {
    return element.value() instanceof Value.Bytes(var raw, _) ? raw.length() : 0;
  }

  /// The VR to write: a value too long for the short form goes as UN (PS3.5 6.2.2).
  VR vr(DataElement element) {
    return !element.vr().hasLongLength() && ofValueField(element) > 0xFFFF ? VR.UN : element.vr();
  }

  /// Length of the Value Field without the delimiter of an undefined length.
  long ofValue(DataElement element) {
    return switch (element.value()) {
      case Value.Bytes(var raw, _) -> raw.length() + (raw.length() & 1);
      case Value.Items(var items) -> items.stream().mapToLong(this::ofItem).sum();
      case Value.Fragments(var table, var rest) -> ofFragment(table) + rest.stream().mapToLong(Lengths::ofFragment).sum();
    };
  }

  private static long ofFragment(ByteSlice fragment) {
    return ITEM_HEADER + fragment.length() + (fragment.length() & 1);
  }

  private long ofItem(DataSet item) {
    if (isCopied(item.encoded())) return item.encoded().whole().length();
    return ITEM_HEADER + ofItemContent(item) + (item.encoded().undefinedLength() ? ITEM_HEADER : 0);
  }

  long ofItemContent(DataSet item) {
    var known = measured.get(item);
    if (known != null) return known;
    long length = ofElements(item);
    measured.put(item, length);
    return length;
  }

  /// A Sequence keeps the style of its file; fragments always have undefined length (PS3.5 A.4).
  boolean writesUndefined(DataElement element) {
    return switch (element.value()) {
      case Value.Bytes _ -> false;
      case Value.Items _ -> element.encoded().undefinedLength() || ofValue(element) > LONGEST_VALUE;
      case Value.Fragments _ -> true;
    };
  }

  /// Length of all elements of a group but its group length (PS3.5 7.2).
  long ofGroup(List<DataElement> elements, int group) {
    return ofElements(elements.stream().filter(e -> e.tag().group() == group && !e.tag().isGroupLength()).toList());
  }
}
