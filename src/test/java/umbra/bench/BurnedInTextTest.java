package umbra.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import umbra.referee.Referee;

/// Real images with real burned-in text: no name, identifier or date may pass. `-Dumbra.texts=1` looks at all files.
@Tag("referee")
class BurnedInTextTest {
  private static final int EVERY = Integer.getInteger("umbra.texts", 8);

  @Test
  void noNameIdentifierOrDateOfTheCorpusPasses() throws Exception {
    var bench = new BurnedInText(Referee.corpus());
    var missed = new ArrayList<String>();
    int words = 0;
    for (int i = 2; i < bench.files().size(); i += EVERY) {
      var row = bench.row(bench.files().get(i));
      words += row.words();
      row.missed().forEach(text -> missed.add(row.file() + ": " + text));
    }
    assertTrue(words > 0);
    assertEquals(List.of(), missed);
  }
}
