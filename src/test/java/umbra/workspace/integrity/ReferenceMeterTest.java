package umbra.workspace.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import umbra.workspace.integrity.ReferenceMeter.Line;
import umbra.workspace.integrity.ReferenceMeter.Pair;

class ReferenceMeterTest {
  private static Named named(String uid, String modality, Set<String> references, String frame) {
    return new Named(uid, modality, references, Set.of(frame));
  }

  private static Pair same(String uid, String modality, Set<String> references, String frame) {
    return new Pair(named(uid, modality, references, frame), named("n" + uid, modality, Set.copyOf(references.stream().map(r -> "n" + r).toList()), "n" + frame), true);
  }

  @Test
  void whatWasWholeAndStaysWholeIsNotBroken() {
    var result = ReferenceMeter.measure(List.of(same("1", "CT", Set.of(), "f"), same("2", "RTSTRUCT", Set.of("1", "gone"), "f")));

    assertEquals(List.of(new Line("RTSTRUCT", "CT", 1, 1, 0), new Line("RTSTRUCT", "outside", 1, 1, 0)), result.lines());
    assertEquals(1, result.groups());
    assertEquals(0, result.broken(), "what was broken before does not count");
  }

  @Test
  void aReferenceThatIsSwappedOtherwiseThanItsTargetIsBroken() {
    var wrong = new Pair(named("2", "SEG", Set.of("1"), "f"), named("n2", "SEG", Set.of("x1"), "nf"), true);

    var result = ReferenceMeter.measure(List.of(same("1", "CT", Set.of(), "f"), wrong));

    assertEquals(1, result.broken());
  }

  @Test
  void aFrameOfReferenceThatIsSwappedOtherwiseSplitsItsGroup() {
    var apart = new Pair(named("2", "RTDOSE", Set.of(), "f"), named("n2", "RTDOSE", Set.of(), "other"), true);

    assertEquals(1, ReferenceMeter.measure(List.of(same("1", "CT", Set.of(), "f"), apart)).groupsBroken());
  }
}
