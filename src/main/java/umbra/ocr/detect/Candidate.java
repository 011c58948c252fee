package umbra.ocr.detect;

import umbra.ocr.Box;

/// A place where the detector sees text.
///
/// @param probability mean over the ink it saw, 0 to 1
/// @param passes looks that saw it
public record Candidate(Box box, float probability, int passes) {
  Candidate joined(Candidate other) {
    return new Candidate(box.union(other.box), Math.max(probability, other.probability), passes + other.passes);
  }
}
