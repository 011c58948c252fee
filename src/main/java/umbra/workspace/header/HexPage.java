package umbra.workspace.header;

import java.util.ArrayList;
import java.util.List;
import umbra.io.ByteSlice;

/// A stretch of bytes as a hex dump: never more than a page is read.
public final class HexPage {
  public static final int BYTES_A_ROW = 16;
  /// Rows of a page.
  public static final int ROWS = 64;

  /// @param offset of the first byte, counted as the page was asked to
  /// @param hex two digits a byte, a wider gap after eight
  /// @param text a character a byte, a dot for what cannot be printed
  public record Row(long offset, String hex, String text) {
    @Override
    public String toString() {
      return String.format("%08X  %-49s  %s", offset, hex, text);
    }
  }

  private HexPage() {}

  /// How many pages some bytes have; at least one.
  public static long pages(ByteSlice bytes) {
    long page = (long) ROWS * BYTES_A_ROW;
    return Math.max(1, (bytes.length() + page - 1) / page);
  }

  /// A page, with offsets counted from the start of the slice.
  ///
  /// @param page from 0
  public static List<Row> page(ByteSlice bytes, long page) {
    long from = page * ROWS * BYTES_A_ROW;
    return rows(bytes, from, Math.min(bytes.length() - from, (long) ROWS * BYTES_A_ROW));
  }

  /// Some rows around a place, which begin at a multiple of 16.
  public static List<Row> around(ByteSlice bytes, long offset, int rowsEachSide) {
    long from = Math.max(0, offset / BYTES_A_ROW - rowsEachSide) * BYTES_A_ROW;
    long to = Math.min(bytes.length(), (offset / BYTES_A_ROW + rowsEachSide + 1) * BYTES_A_ROW);
    return from >= to ? List.of() : rows(bytes, from, to - from);
  }

  private static List<Row> rows(ByteSlice bytes, long from, long length) {
    var rows = new ArrayList<Row>();
    for (long at = 0; at < length; at += BYTES_A_ROW) {
      var row = bytes.slice(from + at, Math.min(BYTES_A_ROW, length - at)).toArray();
      var hex = new StringBuilder(BYTES_A_ROW * 3);
      var text = new StringBuilder(BYTES_A_ROW);
      for (int i = 0; i < row.length; i++) {
        if (i > 0) hex.append(i == BYTES_A_ROW / 2 ? "  " : " ");
        hex.append(String.format("%02X", row[i] & 0xFF));
        text.append(row[i] >= ' ' && row[i] < 0x7F ? (char) row[i] : '.');
      }
      rows.add(new Row(from + at, hex.toString(), text.toString()));
    }
    return rows;
  }
}
