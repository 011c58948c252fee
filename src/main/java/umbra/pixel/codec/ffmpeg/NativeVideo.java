package umbra.pixel.codec.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/// One video stream, in the worker: bytes are asked of the other side, frames come out as RGB in their order. Going back
/// begins anew from the first frame.
final class NativeVideo {
  /// What PS3.5 8.2.5 to 8.2.8 let a video come in: bare, MPEG-2 program and transport streams, MP4.
  private static final String FORMATS = "mpegvideo,h264,hevc,mpeg,mpegts,mov,mp4";
  private static final String CODECS = "mpeg1video,mpeg2video,h264,hevc";
  private static final int BUFFER = 1 << 16;
  /// AV_FRAME_FLAG_CORRUPT and AV_FRAME_FLAG_KEY.
  private static final int CORRUPT = 1;
  private static final int KEY = 2;
  private static final int SEEK_CUR = 1;
  private static final int SEEK_END = 2;
  private static final int WHENCE = 3;

  private final long size;
  private final int width;
  private final int height;
  private final DataInputStream in;
  private final DataOutputStream out;
  private long at;
  private AVFormatContext format;
  private AVIOContext io;
  private AVCodecContext codec;
  private AVFrame frame;
  private SwsContext scaler;
  private int scaledFormat = -1;
  private int stream;
  private int next;
  private boolean damaged;
  // FFmpeg holds these without the garbage collector knowing
  private final Read_packet_Pointer_BytePointer_int reader = new Read_packet_Pointer_BytePointer_int() {
    @Override
    public int call(Pointer opaque, BytePointer buffer, int length) {
      return read(buffer, length);
    }
  };
  private final Seek_Pointer_long_int seeker = new Seek_Pointer_long_int() {
    @Override
    public long call(Pointer opaque, long offset, int whence) {
      return seek(offset, whence);
    }
  };

  /// @param width of every frame, as the header says
  NativeVideo(long size, int width, int height, DataInputStream in, DataOutputStream out) {
    this.size = size;
    this.width = width;
    this.height = height;
    this.in = in;
    this.out = out;
  }

  private int read(BytePointer buffer, int length) {
    try {
      int wanted = (int) Math.min(length, size - at);
      if (wanted <= 0) return AVERROR_EOF;
      out.writeByte(Wire.READ);
      out.writeLong(at);
      out.writeInt(wanted);
      out.flush();
      var bytes = new byte[in.readInt()];
      in.readFully(bytes);
      buffer.put(bytes, 0, bytes.length);
      at += bytes.length;
      return bytes.length == 0 ? AVERROR_EOF : bytes.length;
    } catch (IOException _) {
      return AVERROR_EOF;
    }
  }

  private long seek(long offset, int whence) {
    if ((whence & AVSEEK_SIZE) != 0) return size;
    long to = switch (whence & WHENCE) {
      case SEEK_CUR -> at + offset;
      case SEEK_END -> size + offset;
      default -> offset;
    };
    if (to < 0 || to > size) return -1;
    at = to;
    return to;
  }

  void open() throws NativeFailure {
    at = 0;
    next = 0;
    damaged = false;
    format = avformat_alloc_context();
    io = avio_alloc_context(new BytePointer(av_malloc(BUFFER)), BUFFER, 0, null, reader, null, seeker);
    format.pb(io);
    // a play list or a description file in place of a video must not make FFmpeg open other files or addresses
    var options = new AVDictionary();
    av_dict_set(options, "format_whitelist", FORMATS, 0);
    av_dict_set(options, "protocol_whitelist", "none", 0);
    av_dict_set(options, "codec_whitelist", CODECS, 0);
    int opened = avformat_open_input(format, (String) null, null, options);
    av_dict_free(options);
    if (opened < 0) {
      format = null;
      throw new NativeFailure("no MPEG-2, H.264 or HEVC video");
    }
    if (avformat_find_stream_info(format, (PointerPointer<?>) null) < 0) throw new NativeFailure("the video has no streams");
    stream = av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
    if (stream < 0) throw new NativeFailure("no video stream");
    var parameters = format.streams(stream).codecpar();
    var decoder = avcodec_find_decoder(parameters.codec_id());
    if (decoder == null) throw new NativeFailure("no decoder for this video");
    codec = avcodec_alloc_context3(decoder);
    avcodec_parameters_to_context(codec, parameters);
    // whole macroblocks, which coding rounds up to
    codec.max_pixels((width + 64L) * (height + 64L));
    if (avcodec_open2(codec, decoder, (AVDictionary) null) < 0) throw new NativeFailure("the decoder does not open");
    frame = av_frame_alloc();
  }

  /// Writes a frame.
  ///
  /// @param index from 0
  void frame(int index, DataOutputStream target) throws NativeFailure, IOException {
    if (index < next) {
      close();
      open();
    }
    while (next <= index) {
      if (!decodeNext()) throw new NativeFailure("the video ends before frame " + (index + 1));
      next++;
      // FFmpeg paints over what it could not decode, says so only here, and builds the frames up to the next
      // key frame on it
      if ((frame.flags() & KEY) != 0) damaged = false;
      if (frame.decode_error_flags() != 0 || (frame.flags() & CORRUPT) != 0) damaged = true;
    }
    write(target);
  }

  private boolean decodeNext() throws NativeFailure {
    var packet = av_packet_alloc();
    try {
      while (true) {
        int received = avcodec_receive_frame(codec, frame);
        if (received >= 0) return true;
        if (received == AVERROR_EOF) return false;
        // passing over a frame would give all after it a wrong number
        if (received != AVERROR_EAGAIN()) throw new NativeFailure("the video is damaged");
        boolean ended = av_read_frame(format, packet) < 0;
        if (ended) {
          avcodec_send_packet(codec, null);
        } else {
          if (packet.stream_index() == stream && avcodec_send_packet(codec, packet) < 0) throw new NativeFailure("the video is damaged");
          av_packet_unref(packet);
        }
      }
    } finally {
      av_packet_free(packet);
    }
  }

  private void write(DataOutputStream target) throws NativeFailure, IOException {
    if (frame.width() != width || frame.height() != height) throw new NativeFailure("video frames of another size than Rows and Columns");
    if (damaged) throw new NativeFailure("the video is damaged at frame " + next + " or before");
    if (frame.format() != scaledFormat) {
      if (scaler != null) sws_freeContext(scaler);
      scaler = null;
      scaledFormat = frame.format();
    }
    if (scaler == null) scaler = scaler();
    var rgb = new BytePointer((long) width * height * 3 + 64);
    try (rgb; var planes = new PointerPointer<Pointer>(4L); var strides = new IntPointer(4L)) {
      planes.put(0, rgb);
      strides.put(0, width * 3);
      if (sws_scale(scaler, frame.data(), frame.linesize(), 0, height, planes, strides) != height) throw new NativeFailure("colours cannot be converted");
      var bytes = new byte[width * height * 3];
      rgb.get(bytes);
      target.writeByte(Wire.PIXELS);
      for (int n : new int[] {width, height, 3, 1, 8}) target.writeInt(n);
      target.write(bytes);
    }
  }

  /// The matrix and range the stream states; without a word on it, BT.709 for high definition and BT.601 below.
  private SwsContext scaler() throws NativeFailure {
    var made = sws_getContext(width, height, frame.format(), width, height, AV_PIX_FMT_RGB24,
        SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT, null, null, (DoublePointer) null);
    if (made == null) throw new NativeFailure("colours cannot be converted");
    int stated = frame.colorspace();
    int matrix = stated == 2 || stated == 0 ? height >= 720 ? 1 : 5 : stated;
    int fullRange = frame.color_range() == 2 ? 1 : 0;
    sws_setColorspaceDetails(made, sws_getCoefficients(matrix), fullRange, sws_getCoefficients(5), 1, 0, 1 << 16, 1 << 16);
    return made;
  }

  void close() {
    if (scaler != null) sws_freeContext(scaler);
    if (frame != null) av_frame_free(frame);
    if (codec != null) avcodec_free_context(codec);
    if (format != null) avformat_close_input(format);
    scaler = null;
    frame = null;
    codec = null;
    format = null;
  }
}
