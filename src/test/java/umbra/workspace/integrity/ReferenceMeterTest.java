package umbra.workspace.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import umbra.workspace.integrity.Reference.Kind;
import umbra.workspace.integrity.ReferenceMeter.Break;
import umbra.workspace.integrity.ReferenceMeter.Line;

class ReferenceMeterTest {
  private static final UnaryOperator<String> SWAP = u -> "n" + u;

  private final ReferenceMeter meter = new ReferenceMeter();

  private static Reference instance(String uid) {
    return new Reference(Kind.INSTANCE, uid, 0);
  }

  private static Reference frame(String uid, int number) {
    return new Reference(Kind.FRAME, uid, number);
  }

  private static Reference segment(String uid, int number) {
    return new Reference(Kind.SEGMENT, uid, number);
  }

  private static Reference space(String uid) {
    return new Reference(Kind.FRAME_OF_REFERENCE, uid, 0);
  }

  private static Named image(String uid, String modality, int frames, String space) {
    return new Named(uid, modality, frames, Set.of(), space);
  }

  private void add(long id, Named named, Reference... references) {
    add(id, named, SWAP, references);
  }

  /// @param swap of what it names; its own UIDs are swapped as all others
  private void add(long id, Named named, UnaryOperator<String> swap, Reference... references) {
    var links = new HashSet<Link>();
    for (var r : references) links.add(new Link(r, new Reference(r.kind(), swap.apply(r.uid()), r.number())));
    meter.add(id, named, new Named(SWAP.apply(named.sopInstance()), named.modality(), named.frames(), named.segments(), named.space().isEmpty() ? "" : SWAP.apply(named.space())), links);
  }

  @Test
  void whatWasWholeStaysWholeAndWhatWasBrokenBeforeDoesNotBlock() {
    add(1, image("ct", "CT", 1, "f"), space("f"));
    add(2, image("rt", "RTSTRUCT", 1, ""), instance("ct"), instance("gone"), space("f"));

    var result = meter.measure(Set.of());

    assertEquals(List.of(new Line("RTSTRUCT", "CT", Kind.INSTANCE, 1, 1, 0), new Line("RTSTRUCT", "CT", Kind.FRAME_OF_REFERENCE, 1, 1, 0), new Line("RTSTRUCT", "outside", Kind.INSTANCE, 1, 1, 0)),
        result.lines());
    assertEquals(1, result.groups());
    assertEquals(0, result.broken());
    assertEquals(1, result.outside());
  }

  @Test
  void framesAndSegmentsThatTheTargetDoesNotHaveWereBrokenBefore() {
    add(1, image("ct", "CT", 3, ""));
    add(2, new Named("seg", "SEG", 3, Set.of(1, 2), ""), instance("ct"), frame("ct", 3), frame("ct", 4), segment("seg", 2), segment("seg", 9));

    var result = meter.measure(Set.of());

    assertEquals(List.of(new Line("SEG", "CT", Kind.INSTANCE, 1, 1, 0), new Line("SEG", "CT", Kind.FRAME, 1, 1, 0), new Line("SEG", "SEG", Kind.SEGMENT, 1, 1, 0),
        new Line("SEG", "outside", Kind.FRAME, 1, 1, 0), new Line("SEG", "outside", Kind.SEGMENT, 1, 1, 0)), result.lines());
    assertEquals(0, result.broken());
  }

  @Test
  void aReferenceThatIsSwappedOtherwiseThanItsTargetIsBroken() {
    add(1, image("ct", "CT", 2, ""));
    add(2, image("pr", "PR", 1, ""), u -> "x" + u, instance("ct"), frame("ct", 2));

    var result = meter.measure(Set.of());

    assertTrue(result.lines().contains(new Line("PR", "CT", Kind.INSTANCE, 1, 0, 1)), result.lines()::toString);
    assertTrue(result.lines().contains(new Line("PR", "CT", Kind.FRAME, 1, 0, 1)), result.lines()::toString);
    assertEquals(Set.of(new Break(2, "ct")), result.breaks(), "an instance and its frames are one break");
  }

  @Test
  void aReferenceThatLeadsToAnotherInstanceThanBeforeIsBroken() {
    add(1, image("a", "CT", 1, ""));
    add(2, image("b", "CT", 1, ""));
    add(3, image("ko", "KO", 1, ""), _ -> "nb", instance("a"));

    assertEquals(Set.of(new Break(3, "a")), meter.measure(Set.of()).breaks());
  }

  @Test
  void aBrokenReferenceIsSeenBesideOneTheProfileRemoved() {
    add(1, image("ct", "CT", 1, ""));
    var links = Set.of(new Link(instance("gone"), Reference.GONE), new Link(instance("ct"), instance("stray")));
    meter.add(2, image("sr", "SR", 1, ""), image("nsr", "SR", 1, ""), links);

    assertEquals(1, meter.measure(Set.of()).broken(), "one that went away does not make up for one that broke");
  }

  @Test
  void aReferenceTheProfileRemovedIsGoneButNotBroken() {
    add(1, image("ct", "CT", 1, ""));
    meter.add(2, image("sr", "SR", 1, ""), image("nsr", "SR", 1, ""), Set.of(new Link(instance("ct"), Reference.GONE)));

    var result = meter.measure(Set.of());

    assertEquals(List.of(new Line("SR", "CT", Kind.INSTANCE, 1, 0, 0)), result.lines());
    assertEquals(0, result.broken());
  }

  @Test
  void aTargetThatStaysBreaksWhatSpeaksOfIt() {
    add(1, image("ct", "CT", 1, ""));
    add(2, image("rt", "RTSTRUCT", 1, ""), instance("ct"), instance("verdict"));
    meter.addStaying(3, Named.unread("verdict", "MR"));

    assertEquals(Set.of(new Break(2, "verdict")), meter.measure(Set.of()).breaks());
    assertEquals(Set.of(new Break(2, "verdict"), new Break(2, "ct")), meter.measure(Set.of(1L)).breaks(), "one that stayed back while writing");
    assertEquals(Set.of(), meter.measure(Set.of(2L)).breaks(), "who stays himself breaks nothing");
  }

  @Test
  void aFrameOfReferenceThatIsSwappedOtherwiseSplitsItsGroup() {
    add(1, image("ct", "CT", 1, "f"), space("f"));
    meter.add(2, image("dose", "RTDOSE", 1, "f"), image("ndose", "RTDOSE", 1, "other"), Set.of(new Link(space("f"), space("other"))));

    var result = meter.measure(Set.of());

    assertEquals(1, result.groupsBroken());
    assertTrue(result.lines().contains(new Line("RTDOSE", "CT", Kind.FRAME_OF_REFERENCE, 1, 0, 1)), result.lines()::toString);
  }
}
