package umbra.app.object.waveform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umbra.app.object.waveform.ShownWaveform.Paper;
import umbra.app.object.waveform.ShownWaveform.Trace;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.dicom.write.DicomWriter;
import umbra.practice.study.Attributes;

class ListeningTest {
  private static final double FULL = 0.9 * Short.MAX_VALUE;

  @TempDir Path folder;

  /// A sound line of no device: keeps what it is handed.
  private static final class FakeLine {
    final List<String> calls = new ArrayList<>();
    AudioFormat format = new AudioFormat(1, 8, 1, true, false);
    byte[] handed = new byte[0];
    boolean isBusy;

    Clip clip() {
      return (Clip) Proxy.newProxyInstance(Clip.class.getClassLoader(), new Class<?>[] {Clip.class}, (_, method, arguments) -> {
        calls.add(method.getName());
        if (!method.getName().equals("open")) return null;
        if (isBusy) throw new LineUnavailableException("busy");
        format = (AudioFormat) arguments[0];
        handed = Arrays.copyOfRange((byte[]) arguments[1], (int) arguments[2], (int) arguments[2] + (int) arguments[3]);
        return null;
      });
    }

    short[] samples() {
      var samples = new short[handed.length / 2];
      ByteBuffer.wrap(handed).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
      return samples;
    }
  }

  private static Paper paper(double hertz, double... values) {
    return new Paper("voice", hertz, List.of(new Trace("channel", "", values)), false);
  }

  /// A group of two channels as an audio object holds it, read from a file.
  private Paper read(String interpretation, int bits, byte[] interleaved) throws Exception {
    var group = new Attributes().text("SamplingFrequency", "8000").shorts("NumberOfWaveformChannels", 2).longs("NumberOfWaveformSamples", interleaved.length * 8 / bits / 2)
        .items("ChannelDefinitionSequence", new Attributes().text("ChannelLabel", "left").dataSet(), new Attributes().text("ChannelLabel", "right").dataSet())
        .shorts("WaveformBitsAllocated", bits).text("WaveformSampleInterpretation", interpretation).bytes("WaveformData", bits == 8 ? VR.OB : VR.OW, interleaved).dataSet();
    var all = new Attributes().text("SOPClassUID", "1.2.840.10008.5.1.4.1.1.9.4.1").text("SOPInstanceUID", "1.2.3").items("WaveformSequence", group).dataSet();
    new DicomWriter().write(DicomWriter.newFile(all, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), folder.resolve("voice.dcm"));
    try (var file = new DicomReader(ReadOptions.LENIENT).read(folder.resolve("voice.dcm"))) {
      return ShownWaveform.of(file).papers().getFirst();
    }
  }

  /// What the decoder of the Java platform makes of one channel, as loud as fits.
  private static short[] expected(AudioFormat.Encoding encoding, byte[] channel) throws Exception {
    var coded = new AudioInputStream(new ByteArrayInputStream(channel), new AudioFormat(encoding, 8000, 8, 1, 1, 8000, false), channel.length);
    var bytes = AudioSystem.getAudioInputStream(new AudioFormat(8000, 16, 1, true, false), coded).readAllBytes();
    var samples = new short[bytes.length / 2];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    int peak = IntStream.range(0, samples.length).map(i -> Math.abs((int) samples[i])).max().orElseThrow();
    for (int i = 0; i < samples.length; i++) samples[i] = (short) Math.round(samples[i] * (FULL / peak));
    return samples;
  }

  @ParameterizedTest
  @CsvSource({"MB,ULAW", "AB,ALAW"})
  void companded256CodesReachTheLineAsTheyAreDecodedElsewhere(String interpretation, String encoding) throws Exception {
    var left = new byte[256];
    var both = new byte[512];
    for (int i = 0; i < 256; i++) {
      left[i] = (byte) i;
      both[2 * i] = (byte) i;
      both[2 * i + 1] = (byte) (i * 7); // the other channel
    }
    var line = new FakeLine();

    new Listening(line::clip).start(read(interpretation, 8, both));

    assertEquals(List.of("open", "start"), line.calls);
    assertEquals(8000, line.format.getSampleRate());
    assertEquals(16, line.format.getSampleSizeInBits());
    assertEquals(1, line.format.getChannels());
    assertFalse(line.format.isBigEndian());
    assertEquals(AudioFormat.Encoding.PCM_SIGNED, line.format.getEncoding());
    var expected = expected("ULAW".equals(encoding) ? AudioFormat.Encoding.ULAW : AudioFormat.Encoding.ALAW, left);
    var samples = line.samples();
    assertEquals(expected.length, samples.length);
    for (int i = 0; i < samples.length; i++) assertEquals(expected[i], samples[i], 1, "code " + i);
  }

  @Test
  void sixteenBitsOfTheFirstChannelReachTheLine() throws Exception {
    var words = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    for (int v : new int[] {1000, 1, -2000, 2, 500, 3}) words.putShort((short) v);
    var line = new FakeLine();

    new Listening(line::clip).start(read("SS", 16, words.array()));

    assertArrayEquals(new short[] {14745, -29490, 7373}, line.samples());
  }

  @Test
  void samplesWithoutSignSwingAroundTheirMean() throws Exception {
    var line = new FakeLine();

    new Listening(line::clip).start(read("UB", 8, new byte[] {(byte) 118, 0, (byte) 138, 0, (byte) 128, 0, (byte) 128, 0}));

    assertArrayEquals(new short[] {-29490, 29490, 0, 0}, line.samples());
  }

  @Test
  void aLineThatCannotBeOpenedIsGivenBack() {
    var line = new FakeLine();
    line.isBusy = true;
    var listening = new Listening(line::clip);

    assertThrows(LineUnavailableException.class, () -> listening.start(paper(8000, 0, 1)));
    assertEquals(List.of("open", "close"), line.calls);
    assertFalse(listening.isPlaying());
  }

  @Test
  void aComputerWithoutSoundSaysSo() {
    assertThrows(LineUnavailableException.class, () -> new Listening(() -> {
      throw new IllegalArgumentException("no line matching");
    }).start(paper(8000, 0, 1)));
  }

  @Test
  void whatPlaysIsClosedBeforeAnotherBegins() throws Exception {
    var line = new FakeLine();
    var listening = new Listening(line::clip);

    listening.start(paper(8000, 0, 1));
    assertTrue(listening.isPlaying());
    listening.start(paper(8000, 0, 1));
    listening.stop();

    assertEquals(List.of("open", "start", "close", "open", "start", "close"), line.calls);
    assertFalse(listening.isPlaying());
  }

  @Test
  void speechIsSoundAndAnElectrocardiogramIsNot() {
    assertTrue(Listening.isSound(paper(8000, 0, 1)));
    assertFalse(Listening.isSound(paper(500, 0, 1)));
    assertFalse(Listening.isSound(new Paper("nothing", 8000, List.of(), false)));
  }

  @Test
  void silenceStaysSilent() {
    assertArrayEquals(new byte[4], Listening.pcm(new double[2]));
    assertArrayEquals(new byte[0], Listening.pcm(new double[0]));
  }
}
