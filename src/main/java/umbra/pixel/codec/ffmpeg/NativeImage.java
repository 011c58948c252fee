package umbra.pixel.codec.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_JPEG2000;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import java.io.DataOutputStream;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/// One JPEG 2000 image, in the worker. FFmpeg fills the container from the top: samples go out moved down to their bits.
final class NativeImage {
  /// AV_EF_CRCCHECK to AV_EF_AGGRESSIVE, and AV_EF_EXPLODE: damaged streams are errors, not pictures.
  private static final int STRICT = 1 | 2 | 4 | 8 | 1 << 16 | 1 << 17 | 1 << 18;

  private NativeImage() {}

  static void decode(byte[] stream, DataOutputStream out) throws NativeFailure, IOException {
    var codec = avcodec_find_decoder(AV_CODEC_ID_JPEG2000);
    var context = avcodec_alloc_context3(codec);
    var packet = av_packet_alloc();
    var frame = av_frame_alloc();
    // FFmpeg reads a little beyond the end
    try (var bytes = new BytePointer(stream.length + 64L)) {
      bytes.zero();
      bytes.put(stream, 0, stream.length);
      context.err_recognition(STRICT);
      if (avcodec_open2(context, codec, (AVDictionary) null) < 0) throw new NativeFailure("the decoder does not open");
      packet.data(bytes).size(stream.length);
      if (avcodec_send_packet(context, packet) < 0 || avcodec_receive_frame(context, frame) < 0) throw new NativeFailure("the code stream cannot be decoded");
      write(context, frame, out);
    } finally {
      packet.data(null).size(0);
      av_frame_free(frame);
      av_packet_free(packet);
      avcodec_free_context(context);
    }
  }

  private static void write(AVCodecContext context, AVFrame frame, DataOutputStream out) throws NativeFailure, IOException {
    var format = av_pix_fmt_desc_get(frame.format());
    int samples = format.nb_components() & 0xFF;
    int depth = format.comp(0).depth();
    int bits = context.bits_per_raw_sample() > 0 ? Math.min(depth, context.bits_per_raw_sample()) : depth;
    int bytesEach = depth > 8 ? 2 : 1;
    int drop = depth - bits;
    var row = new byte[frame.width() * samples * bytesEach];
    for (int c = 0; c < samples; c++) {
      if (format.comp(c).depth() != depth) throw new NativeFailure("components of different depth");
    }
    out.writeByte(Wire.PIXELS);
    for (int n : new int[] {frame.width(), frame.height(), samples, bytesEach, bits}) out.writeInt(n);
    for (int y = 0; y < frame.height(); y++) {
      for (int c = 0; c < samples; c++) {
        var comp = format.comp(c);
        var line = frame.data(comp.plane()).position((long) y * frame.linesize(comp.plane()) + comp.offset());
        for (int x = 0; x < frame.width(); x++) {
          long from = (long) x * comp.step();
          int to = (x * samples + c) * bytesEach;
          int value = bytesEach == 1 ? line.get(from) & 0xFF : line.get(from) & 0xFF | (line.get(from + 1) & 0xFF) << 8;
          value >>= comp.shift() + drop;
          row[to] = (byte) value;
          if (bytesEach == 2) row[to + 1] = (byte) (value >> 8);
        }
        line.position(0);
      }
      out.write(row);
    }
  }
}
