package umbra.app.object.waveform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import umbra.app.object.waveform.ShownWaveform.Paper;
import umbra.app.object.waveform.ShownWaveform.Trace;

class ListeningTest {
  private static Paper paper(double hertz) {
    return new Paper("voice", hertz, List.of(new Trace("channel", "", new double[] {0, 1})), false);
  }

  @Test
  void speechIsSoundAndAnElectrocardiogramIsNot() {
    assertTrue(Listening.isSound(paper(8000)));
    assertFalse(Listening.isSound(paper(500)));
    assertFalse(Listening.isSound(new Paper("nothing", 8000, List.of(), false)));
  }

  @Test
  void theLoudestSampleFillsNineTenthsOfTheScaleAndTheRestKeepsItsProportion() {
    var pcm = Listening.pcm(new double[] {0, 50, -100});

    int loudest = (byte) pcm[5] << 8 | pcm[4] & 0xFF;
    int half = (byte) pcm[3] << 8 | pcm[2] & 0xFF;
    assertEquals(-29490, loudest);
    assertEquals(14745, half);
    assertArrayEquals(new byte[4], Listening.pcm(new double[2]));
  }
}
