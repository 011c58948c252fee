package umbra.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModalitiesTest {
  @Test
  void objectsThatAreNoImagesAreCalledWhatTheyAre() {
    assertEquals(Optional.of("presentation state"), Modalities.word("PR"));
    assertEquals(Optional.empty(), Modalities.word("CT"));
    assertEquals(Optional.empty(), Modalities.word(""));
  }
}
