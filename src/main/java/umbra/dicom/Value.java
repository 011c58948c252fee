package umbra.dicom;

import java.nio.ByteOrder;
import java.util.List;
import umbra.io.ByteSlice;

/// What a Data Element holds: exactly one of plain bytes, Items, or fragments.
public sealed interface Value {
  Value EMPTY = new Bytes(ByteSlice.EMPTY, ByteOrder.LITTLE_ENDIAN);

  /// An undecoded Value Field, padding included.
  ///
  /// @param order byte order of binary values inside; of no meaning for text
  record Bytes(ByteSlice raw, ByteOrder order) implements Value {}

  /// The Items of a Sequence (PS3.5 7.5).
  record Items(List<DataSet> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// Encapsulated Pixel Data (PS3.5 A.4), each fragment without its Item header.
  ///
  /// @param basicOffsetTable the value of the first Item; empty if it has none
  record Fragments(ByteSlice basicOffsetTable, List<ByteSlice> rest) implements Value {
    public Fragments {
      rest = List.copyOf(rest);
    }
  }

  /// Length of a Value Field of bytes, the sum of fragments, or the number of Items.
  default long size() {
    return switch (this) {
      case Bytes(var raw, _) -> raw.length();
      case Items(var items) -> items.size();
      case Fragments(var table, var rest) -> table.length() + rest.stream().mapToLong(ByteSlice::length).sum();
    };
  }

  default boolean isEmpty() {
    return size() == 0;
  }
}
