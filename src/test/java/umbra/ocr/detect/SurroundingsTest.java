package umbra.ocr.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import umbra.ocr.Box;

class SurroundingsTest {
  private static final Box PART = new Box(100, 50, 1000, 800);

  @Test
  void wordsOfALineAreLookedAtTogetherAndALonelyOneByItselfWithinThePart() {
    var words = List.of(new Box(102, 60, 80, 10), new Box(190, 60, 70, 10), new Box(900, 700, 30, 9));

    assertEquals(List.of(Box.between(100, 50, 284, 94), Box.between(876, 676, 954, 733)), Surroundings.of(words, PART));
  }

  @Test
  void whereThereIsTextAllOverAllIsLookedAtOnce() {
    var lines = new ArrayList<Box>();
    for (int y = 60; y < 840; y += 30) lines.add(new Box(120, y, 900, 12));

    assertEquals(1, Surroundings.of(lines, PART).size());
    assertEquals(List.of(), Surroundings.of(List.of(), PART));
  }

  @Test
  void eachTraceLiesInside() {
    var random = new java.util.Random(5);
    var traces = new ArrayList<Box>();
    for (int i = 0; i < 60; i++) traces.add(new Box(100 + random.nextInt(950), 50 + random.nextInt(780), 1 + random.nextInt(40), 1 + random.nextInt(15)));
    var around = Surroundings.of(traces, PART);
    for (var trace : traces) assertTrue(around.stream().anyMatch(b -> b.union(trace).equals(b)), trace.toString());
  }
}
