package umbra.workspace.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umbra.deid.Retention;

class ManifestLineTest {
  private static ManifestLine line(String pixels) {
    return new ManifestLine("data/a.dcm", "00", 7, "1.2", "1.3", "S-1", "2.25.1", "2.25.2", "2.25.3", pixels, new Retention(1, 2, 3, 4), "proof");
  }

  @ParameterizedTest
  @CsvSource({"untouched,untouched", "cleaned,redacted", "redacted,redacted", "none,none"})
  void onlyPixelsThatAreByteForByteAsTheyWereAreUntouchedAndTheLastColumnSaysMore(String pixels, String column) {
    var cells = line(pixels).csv();

    assertEquals(ManifestLine.HEADER.size(), cells.size());
    assertEquals(column, cells.get(ManifestLine.HEADER.indexOf("pixels")));
    assertEquals(pixels, cells.getLast());
  }

  @Test
  void aStoredLineComesBack() {
    assertEquals(line("cleaned"), ManifestLine.ofStored(line("cleaned").stored()));
  }
}
