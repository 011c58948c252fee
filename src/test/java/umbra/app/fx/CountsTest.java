package umbra.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import umbra.words.Counts;

class CountsTest {
  @Test
  void oneThingIsSingularAndNoneAndManyAreNot() {
    assertEquals("1 subject", Counts.of(1, "subject"));
    assertEquals("0 subjects", Counts.of(0, "subject"));
    assertEquals("1,200 studies", Counts.of(1200, "study", "studies"));
  }
}
