package umbra.ocr.detect;

import java.util.List;
import umbra.ocr.Box;

/// What a look saw.
///
/// @param part that was looked at
/// @param traces where the network thought of a text at all, be it too faint or too small for a candidate
public record Seen(Box part, List<Candidate> candidates, List<Box> traces) {
  public Seen {
    candidates = List.copyOf(candidates);
    traces = List.copyOf(traces);
  }

  /// What should be looked at once more, larger.
  public List<Box> surroundings() {
    return Surroundings.of(traces, part);
  }
}
