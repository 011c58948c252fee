package umbra.dicom.dict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A resource of lines with tab-separated cells. Lines are cut into cells only when somebody wants them.
public final class Table {
  private final byte[] bytes;
  private final int[] starts;

  private Table(byte[] bytes, int[] starts) {
    this.bytes = bytes;
    this.starts = starts;
  }

  static Table load(String name) {
    return load(Table.class, name);
  }

  /// Reads a table that lies beside a class.
  public static Table load(Class<?> beside, String name) {
    try (var in = beside.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException("missing resource " + name);
      var bytes = in.readAllBytes();
      int lines = 0;
      for (byte b : bytes) if (b == '\n') lines++;
      var starts = new int[lines + 1];
      int line = 0;
      for (int i = 0; i < bytes.length; i++) if (bytes[i] == '\n') starts[++line] = i + 1;
      return new Table(bytes, starts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Number of lines.
  public int size() {
    return starts.length - 1;
  }

  /// One byte of a line.
  ///
  /// @param column from 0
  public byte at(int line, int column) {
    return bytes[starts[line] + column];
  }

  /// The eight hexadecimal digits a line begins with, as a number; -1 if one of them is an `x`.
  public long hex(int line) {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      int digit = Character.digit(bytes[starts[line] + i], 16);
      if (digit < 0) return -1;
      value = value << 4 | digit;
    }
    return value;
  }

  /// The cells of a line.
  public List<String> cells(int line) {
    var text = new String(bytes, starts[line], starts[line + 1] - 1 - starts[line], StandardCharsets.UTF_8);
    var cells = new ArrayList<String>(8);
    int from = 0;
    for (int tab = text.indexOf('\t'); tab >= 0; tab = text.indexOf('\t', from)) {
      cells.add(text.substring(from, tab));
      from = tab + 1;
    }
    cells.add(text.substring(from));
    return cells;
  }
}
