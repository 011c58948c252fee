package umbra.pixel.codec.rle;

import java.util.Arrays;
import umbra.dicom.DicomException;
import umbra.dicom.Place;
import umbra.dicom.TransferSyntax;
import umbra.dicom.UnsupportedDicomException;
import umbra.pixel.Checkpoint;
import umbra.pixel.Raster;
import umbra.pixel.Raster.Samples;
import umbra.pixel.codec.FrameEncoder;

/// Encodes RLE Lossless (PS3.5 Annex G): runs end at the end of each row, segments have an even length.
public final class RleEncoder implements FrameEncoder {
  private static final int LONGEST_RUN = 128;

  @Override
  public TransferSyntax transferSyntax() {
    return TransferSyntax.RLE_LOSSLESS;
  }

  @Override
  public byte[] encode(Raster raster, Checkpoint checkpoint) throws DicomException {
    int width = switch (raster.values()) {
      case Samples.Bytes _ -> 1;
      case Samples.Shorts _ -> 2;
      case Samples.Ints _ -> 4;
      case Samples.Floats _, Samples.Doubles _ -> throw new UnsupportedDicomException("RLE holds integers only", Place.of("frame"));
    };
    int planes = raster.samples() * width;
    if (planes > RleDecoder.MOST_SEGMENTS) throw new UnsupportedDicomException("RLE cannot hold " + planes + " byte planes", Place.of("frame"));
    var out = new Output(raster.values().length() * width / 2 + 1024);
    out.length = RleDecoder.HEADER_BYTES;
    out.little(0, planes);
    var row = new byte[raster.columns()];
    for (int plane = 0; plane < planes; plane++) {
      checkpoint.check();
      out.little(4 + 4 * plane, out.length);
      for (int y = 0; y < raster.rows(); y++) {
        fill(row, raster, y, plane / width, 8 * (width - 1 - plane % width));
        pack(row, out);
      }
      if ((out.length & 1) == 1) out.put((byte) 0);
    }
    return Arrays.copyOf(out.bytes, out.length);
  }

  /// One row of a byte plane.
  private static void fill(byte[] row, Raster raster, int y, int sample, int shift) {
    int step = raster.samples();
    int at = y * row.length * step + sample;
    switch (raster.values()) {
      case Samples.Bytes(var array, _) -> {
        for (int x = 0; x < row.length; x++, at += step) row[x] = array[at];
      }
      case Samples.Shorts(var array, _) -> {
        for (int x = 0; x < row.length; x++, at += step) row[x] = (byte) (array[at] >>> shift);
      }
      case Samples.Ints(var array, _) -> {
        for (int x = 0; x < row.length; x++, at += step) row[x] = (byte) (array[at] >>> shift);
      }
      case Samples.Floats _, Samples.Doubles _ -> throw new IllegalStateException("refused before");
    }
  }

  /// A run of two is worth it only where no literal is open: else it would cost one byte more than it saves.
  private static void pack(byte[] row, Output out) {
    int at = 0;
    int literal = 0;
    while (at < row.length) {
      int run = 1;
      while (at + run < row.length && run < LONGEST_RUN && row[at + run] == row[at]) run++;
      if (run >= 3 || run == 2 && literal == at) {
        out.literals(row, literal, at);
        out.put((byte) (1 - run));
        out.put(row[at]);
        at += run;
        literal = at;
      } else {
        at += run;
      }
    }
    out.literals(row, literal, at);
  }

  /// Bytes that grow.
  private static final class Output {
    private byte[] bytes;
    private int length;

    Output(int capacity) {
      bytes = new byte[capacity];
    }

    void put(byte value) {
      if (length == bytes.length) bytes = Arrays.copyOf(bytes, 2 * length);
      bytes[length++] = value;
    }

    void literals(byte[] from, int start, int end) {
      for (int at = start; at < end; at += LONGEST_RUN) {
        int count = Math.min(LONGEST_RUN, end - at);
        put((byte) (count - 1));
        while (length + count > bytes.length) bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        System.arraycopy(from, at, bytes, length, count);
        length += count;
      }
    }

    void little(int at, int value) {
      for (int i = 0; i < 4; i++) bytes[at + i] = (byte) (value >>> 8 * i);
    }
  }
}
