package umbra.workspace.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.ZipFile;
import umbra.io.ByteSource;
import umbra.io.LostSourceException;

/// An entry of a ZIP archive, inflated only as far as it is looked at.
final class MemberSource implements ByteSource {
  private static final int LONGEST = 1 << 30;

  private final SourcePlace place;
  private final ZipFile archive;
  private final InputStream in;
  private final long size;
  private volatile byte[] bytes = new byte[0];
  private int filled;

  private MemberSource(SourcePlace place, ZipFile archive, InputStream in, long size) {
    this.place = place;
    this.archive = archive;
    this.in = in;
    this.size = size;
  }

  static MemberSource open(SourcePlace place) throws IOException {
    var archive = Archives.open(place.file());
    try {
      var entry = archive.getEntry(place.member());
      if (entry == null) throw new IOException(place + ": no such entry in the archive");
      if (entry.getSize() > LONGEST) throw new IOException(place + ": over 1 GiB inside an archive; unpack it first");
      return new MemberSource(place, archive, archive.getInputStream(entry), entry.getSize());
    } catch (IOException | RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public MemorySegment view(long offset, long length) {
    Objects.checkFromIndexSize(offset, length, size);
    return MemorySegment.ofArray(reaching((int) (offset + length))).asSlice(offset, length);
  }

  private synchronized byte[] reaching(int end) {
    if (end <= filled) return bytes;
    if (end > bytes.length) bytes = Arrays.copyOf(bytes, (int) Math.min(size, Math.max(end, Math.max(1 << 16, 2L * bytes.length))));
    try {
      int read = in.readNBytes(bytes, filled, bytes.length - filled);
      filled += read;
      if (filled < end) throw new EOFException("entry is shorter than the archive says");
      return bytes;
    } catch (IOException e) {
      throw new LostSourceException(place.toString(), e);
    }
  }

  @Override
  public String name() {
    return place.toString();
  }

  @Override
  public void close() throws IOException {
    try (archive) {
      in.close();
    }
  }
}
