package umbra.app.action;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FuzzyTest {
  @Test
  void lettersMustOccurInOrder() {
    assertTrue(Fuzzy.score("thm", "Switch theme").isPresent());
    assertTrue(Fuzzy.score("mht", "Switch theme").isEmpty());
  }

  @Test
  void startsOfWordsCountMoreThanLettersWithin() {
    assertTrue(Fuzzy.score("if", "Import files").getAsInt() > Fuzzy.score("if", "Magnify it").getAsInt());
  }
}
