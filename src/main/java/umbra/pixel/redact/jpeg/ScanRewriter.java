package umbra.pixel.redact.jpeg;

import umbra.dicom.DicomException;
import umbra.pixel.Checkpoint;
import umbra.pixel.codec.jpeg.Component;
import umbra.pixel.codec.jpeg.EntropyBits;
import umbra.pixel.codec.jpeg.HuffmanTable;
import umbra.pixel.codec.jpeg.JpegStream;

/// Writes one sequential scan with some blocks blackened (ISO/IEC 10918-1 F.1, F.2).
///
/// Bits between blackened blocks are copied as they are. Only the DC difference of the first block behind a blackened one is coded
/// anew, which leaves its coefficient the same.
final class ScanRewriter {
  /// A component in this scan.
  private static final class Track {
    final Component component;
    final HuffmanTable dcIn;
    final HuffmanTable acIn;
    final Code dc;
    final Code ac;
    final int level;
    int in;
    int out;

    Track(Component component, Code dc, Code ac, int level) {
      this.component = component;
      this.dcIn = component.dc().orElseThrow();
      this.acIn = component.ac().orElseThrow();
      this.dc = dc;
      this.ac = ac;
      this.level = level;
    }
  }

  private final JpegStream stream;
  private final EntropyBits in;
  private final BitOutput out;
  private final Mcus mcus;
  private final Track[] tracks;
  private long copied;

  /// @param codes for each component of the scan that of its DC and of its AC table
  /// @param levels the DC coefficient of blackened blocks of each component of the scan
  ScanRewriter(JpegStream stream, JpegStream.Scan scan, EntropyBits in, BitOutput out, Mcus mcus, Code[][] codes, int[] levels) {
    this.stream = stream;
    this.in = in;
    this.out = out;
    this.mcus = mcus;
    tracks = new Track[scan.components().length];
    for (int i = 0; i < tracks.length; i++) tracks[i] = new Track(scan.components()[i], codes[i][0], codes[i][1], levels[i]);
  }

  /// @return the table and symbol that has no code yet, as index of the component times 512, plus 256 for AC, plus the symbol; -1
  ///     if all is written
  int write(Checkpoint checkpoint) throws DicomException {
    boolean single = tracks.length == 1;
    var first = tracks[0].component;
    boolean alone = stream.components().length == 1;
    int across = single && !alone ? JpegStream.ceil(first.width(), 8) : mcus.across;
    int down = single && !alone ? JpegStream.ceil(first.height(), 8) : mcus.down;
    int left = stream.restartInterval();
    int restarts = 0;
    for (int y = 0; y < down; y++) {
      checkpoint.check();
      for (int x = 0; x < across; x++) {
        if (stream.restartInterval() > 0 && left-- == 0) {
          restart(restarts++);
          left = stream.restartInterval() - 1;
        }
        boolean black = single && !alone ? mcus.isBlack(x / first.h(), y / first.v()) : mcus.isBlack(x, y);
        for (int i = 0; i < tracks.length; i++) {
          int blocks = single ? 1 : tracks[i].component.h() * tracks[i].component.v();
          for (int b = 0; b < blocks; b++) {
            int missing = block(tracks[i], black);
            if (missing >= 0) return 512 * i + missing;
          }
        }
      }
      if (in.isOverrun()) throw stream.malformed("scan ends in row " + (y + 1) + " of " + down + " rows of blocks");
    }
    flush(in.position());
    out.align();
    return -1;
  }

  private void restart(int number) throws DicomException {
    flush(in.position());
    out.align();
    out.raw(0xFF, 0xD0 + (number & 7));
    if (in.isOverrun() || !in.restart()) throw stream.malformed("restart interval ends early");
    copied = in.position();
    for (var track : tracks) track.in = track.out = 0;
  }

  private void flush(long to) {
    out.copy(in.bytes(), copied, to);
    copied = to;
  }

  private int block(Track track, boolean black) throws DicomException {
    long start = in.position();
    int size = track.dcIn.decode(in);
    if (size < 0 || size > 15) throw stream.malformed("DC code");
    int before = track.in;
    track.in += in.receive(size);
    long behindDc = in.position();
    skipAc(track.acIn);
    if (black) {
      flush(start);
      int missing = dc(track, track.level);
      if (missing >= 0) return missing;
      if (!track.ac.has(0)) return 256;
      track.ac.write(0, out);
      copied = in.position();
    } else if (before != track.out) {
      flush(start);
      int missing = dc(track, track.in);
      if (missing >= 0) return missing;
      copied = behindDc;
    } else {
      track.out = track.in;
    }
    return -1;
  }

  /// The difference to the last block written (F.1.2.1).
  private int dc(Track track, int level) {
    int difference = level - track.out;
    int size = 32 - Integer.numberOfLeadingZeros(Math.abs(difference));
    if (!track.dc.has(size)) return size;
    track.dc.write(size, out);
    out.write(difference < 0 ? difference - 1 : difference, size);
    track.out = level;
    return -1;
  }

  private void skipAc(HuffmanTable table) throws DicomException {
    int k = 1;
    while (k < 64) {
      int entry = table.peekTogether(in);
      if (entry != 0) {
        in.skip(entry & 0xFF);
        k += (entry >> 8 & 0xF) + 1;
      } else {
        int symbol = table.decode(in);
        if (symbol < 0) throw stream.malformed("AC code");
        int bits = symbol & 0xF;
        if (bits == 0) {
          if (symbol != 0xF0) return;
          k += 16;
          continue;
        }
        in.receive(bits);
        k += (symbol >> 4) + 1;
      }
      if (k > 64) throw stream.malformed("run beyond the block");
    }
  }
}
