package umbra.dicom.write;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import umbra.io.ByteSlice;

/// Where bytes go: small ones are gathered, long values pass through in pieces.
final class Sink implements Closeable {
  private static final int BUFFER = 1 << 14;
  private static final int PASS_THROUGH = 1 << 13;

  private final WritableByteChannel out;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private final Runnable end;
  private long passed;

  Sink(WritableByteChannel out) {
    this(out, () -> {});
  }

  private Sink(WritableByteChannel out, Runnable end) {
    this.out = out;
    this.end = end;
  }

  /// A sink whose bytes arrive in the other one as one raw deflated stream (PS3.5 A.5). Closing it ends the stream and
  /// leaves the other one open.
  static Sink deflating(Sink into) {
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    var stream = new DeflaterOutputStream(new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        into.put(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        into.put(bytes, offset, length);
      }
    }, deflater, BUFFER);
    return new Sink(Channels.newChannel(stream), deflater::end);
  }

  void put(int b) throws IOException {
    room(1).put((byte) b);
  }

  void put16(int value, ByteOrder order) throws IOException {
    room(2).order(order).putShort((short) value);
  }

  void put32(long value, ByteOrder order) throws IOException {
    room(4).order(order).putInt((int) value);
  }

  void put(byte[] bytes, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (!buffer.hasRemaining()) flush();
      int n = Math.min(buffer.remaining(), length - done);
      buffer.put(bytes, offset + done, n);
      done += n;
    }
  }

  void put(ByteSlice slice) throws IOException {
    if (slice.length() <= PASS_THROUGH) {
      var bytes = slice.bytes().asByteBuffer();
      room(bytes.remaining()).put(bytes);
      return;
    }
    flush();
    slice.writeTo(out);
    passed += slice.length();
  }

  private ByteBuffer room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) flush();
    return buffer;
  }

  /// Bytes put so far.
  long written() {
    return passed + buffer.position();
  }

  void flush() throws IOException {
    passed += buffer.position();
    buffer.flip();
    while (buffer.hasRemaining()) out.write(buffer);
    buffer.clear();
  }

  /// Flushes and closes the channel.
  @Override
  public void close() throws IOException {
    try {
      flush();
      out.close();
    } finally {
      end.run();
    }
  }
}
