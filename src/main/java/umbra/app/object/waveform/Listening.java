package umbra.app.object.waveform;

import java.util.Optional;
import java.util.stream.DoubleStream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineUnavailableException;
import umbra.app.object.waveform.ShownWaveform.Paper;

/// Plays one channel of a waveform that is sound.
final class Listening {
  /// Below this rate it is no speech: the audio objects of the standard have 8 kHz and more (PS3.3 A.34.8, A.34.9).
  private static final double LEAST_HZ = 4000;
  private static final double FULL_SCALE = 0.9 * Short.MAX_VALUE;

  private final Device device;
  private Optional<Clip> playing = Optional.empty();

  /// Lends a line that plays sound.
  @FunctionalInterface
  interface Device {
    Clip clip() throws LineUnavailableException;
  }

  Listening(Device device) {
    this.device = device;
  }

  /// Through the loudspeakers of this computer.
  static Listening loud() {
    return new Listening(AudioSystem::getClip);
  }

  static boolean isSound(Paper paper) {
    return paper.frequencyHz() >= LEAST_HZ && !paper.traces().isEmpty();
  }

  boolean isPlaying() {
    return playing.isPresent();
  }

  /// @throws LineUnavailableException if this computer has no free way to play sound
  void start(Paper paper) throws LineUnavailableException {
    stop();
    var format = new AudioFormat((float) paper.frequencyHz(), 16, 1, true, false);
    var pcm = pcm(paper.traces().getFirst().values());
    try {
      var clip = device.clip();
      open(clip, format, pcm);
      playing = Optional.of(clip);
      clip.start();
    } catch (IllegalArgumentException e) {
      var none = new LineUnavailableException("no sound device");
      none.initCause(e);
      throw none;
    }
  }

  /// A line that cannot be opened is given back.
  private static void open(Clip clip, AudioFormat format, byte[] pcm) throws LineUnavailableException {
    boolean isOpen = false;
    try {
      clip.open(format, pcm, 0, pcm.length);
      isOpen = true;
    } finally {
      if (!isOpen) clip.close();
    }
  }

  void stop() {
    playing.ifPresent(Clip::close);
    playing = Optional.empty();
  }

  /// 16 bits, little-endian, as loud as fits: the scale of a DICOM audio channel is not that of a loudspeaker. Samples without sign swing around their mean.
  static byte[] pcm(double[] values) {
    var statistics = DoubleStream.of(values).summaryStatistics();
    double rest = statistics.getMin() >= 0 ? statistics.getAverage() : 0;
    double peak = Math.max(statistics.getMax() - rest, rest - statistics.getMin());
    double scale = peak > 0 ? FULL_SCALE / peak : 0;
    var bytes = new byte[values.length * 2];
    for (int i = 0; i < values.length; i++) {
      int sample = (int) Math.round((values[i] - rest) * scale);
      bytes[2 * i] = (byte) sample;
      bytes[2 * i + 1] = (byte) (sample >> 8);
    }
    return bytes;
  }
}
