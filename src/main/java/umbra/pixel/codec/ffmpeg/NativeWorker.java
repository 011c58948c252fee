package umbra.pixel.codec.ffmpeg;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import org.bytedeco.ffmpeg.global.avutil;

/// The program of the worker process: answers over its standard streams, see [Wire]. It ends when its input does.
public final class NativeWorker {
  private NativeWorker() {}

  public static void main(String[] arguments) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    NativeVideo video = null;
    while (true) {
      try {
        switch (in.readByte()) {
          case Wire.OPEN -> {
            if (video != null) video.close();
            video = new NativeVideo(in.readLong(), in.readInt(), in.readInt(), in, out);
            video.open();
            out.writeByte(Wire.READY);
          }
          case Wire.FRAME -> {
            int frame = in.readInt();
            if (video == null) throw new NativeFailure("no video is open");
            video.frame(frame, out);
          }
          case Wire.IMAGE -> {
            var stream = new byte[in.readInt()];
            in.readFully(stream);
            NativeImage.decode(stream, out);
          }
          default -> throw new NativeFailure("unknown request");
        }
      } catch (EOFException _) {
        return;
      } catch (NativeFailure e) {
        out.writeByte(Wire.ERROR);
        out.writeUTF(e.getMessage());
      }
      out.flush();
    }
  }
}
