package umbra.workspace.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import umbra.catalog.Catalog;
import umbra.catalog.finding.Finding;
import umbra.catalog.finding.FindingRow;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.Findings;
import umbra.catalog.finding.Severity;
import umbra.dicom.DicomFile;
import umbra.pixel.Checkpoint;
import umbra.pixel.redact.RedactedPixels;
import umbra.pixel.redact.proof.RedactionProof;
import umbra.pixel.redact.region.Box;
import umbra.pixel.redact.region.Region;
import umbra.workspace.scan.SecondLook;

/// Decides whether a redacted instance may leave: every frame is compared with the original, and every frame is looked at again.
///
/// A text that is seen now and was not judged before is kept as a finding of its own, so that a person can decide on it: the next
/// export asks again. For several threads.
public final class RedactionGuard {
  /// The detector's name of findings that the second look left behind.
  public static final String DETECTOR = "proof";
  /// The shape of a mark is no text; it is seen at corners of black boxes.
  private static final String MARK = "text-mark";

  /// What came of it.
  public sealed interface Verdict {
    /// @param words for the record, without values of the patient
    record Proven(String words) implements Verdict {}

    /// @param reason blocks release; without values of the patient
    record Failed(String reason) implements Verdict {}
  }

  private final Findings findings;
  private final RedactionProof proof;
  private final SecondLook look;

  public RedactionGuard(Catalog catalog, RedactionProof proof, SecondLook look) {
    this.findings = new Findings(catalog);
    this.proof = proof;
    this.look = look;
  }

  /// @param written the new file, opened again
  /// @param accepted a person passed the gate of open findings, giving a reason: what was open then may stay, but not at a box
  public Verdict check(long instance, DicomFile original, DicomFile written, RedactedPixels pixels, boolean accepted, Checkpoint checkpoint) {
    return switch (proof.check(original, written, pixels, checkpoint)) {
      case RedactionProof.Verdict.Failed(var reason) -> new Verdict.Failed("the redaction is not proven: " + reason);
      case RedactionProof.Verdict.Proven(_, _, var words) -> looked(instance, look.look(written, original.dataSet(), checkpoint), pixels.blackened(), accepted, words);
    };
  }

  private Verdict looked(long instance, List<Finding> seen, List<Region> blackened, boolean accepted, String words) {
    var before = findings.ofInstance(instance);
    var asked = findings.ofInstance(instance, DETECTOR);
    var hits = new ArrayList<Finding>();
    Optional<String> reason = Optional.empty();
    int judged = 0;
    for (var finding : seen) {
      var same = before.stream().filter(b -> b.finding().isAt(finding)).toList();
      var fault = fault(finding, same, blackened, accepted);
      if (fault.isPresent()) {
        reason = reason.or(() -> fault);
        if (same.stream().noneMatch(RedactionGuard::isAskedAbout) && finding.width() > 0 && asked.stream().noneMatch(r -> r.finding().isAt(finding))) hits.add(finding);
      } else if (finding.severity() != Severity.HARMLESS) {
        judged++;
      }
    }
    if (reason.isEmpty()) return new Verdict.Proven(words + "; looked at again: " + count(seen.size(), "text") + " left, " + judged + " of them judged by a person; " + look.version());
    keep(instance, seen, hits);
    return new Verdict.Failed("after the redaction " + reason.get() + (hits.isEmpty() ? "" : "; " + count(hits.size(), "new finding") + " to be decided"));
  }

  /// The same for a cleaned document: it is read and looked at again, and holds nothing that nobody judged harmless.
  ///
  /// @param kept whether a person decided that the text of a finding stays, though not on the finding itself
  /// @param words for the record, without values of the patient
  public Verdict document(long instance, DicomFile original, DicomFile written, Predicate<FindingRow> kept, String words, Checkpoint checkpoint) {
    var before = findings.ofInstance(instance);
    int left = 0;
    for (var finding : look.lookAtDocument(written, original.dataSet(), checkpoint)) {
      if (!finding.tagPath().equals("EncapsulatedDocument") || finding.kind().equals(MARK)) continue;
      if (finding.kind().equals("not-looked-at")) return new Verdict.Failed("nobody could look at the cleaned document: " + finding.why());
      left++;
      boolean harmless = finding.severity() != Severity.SUSPECT || before.stream().anyMatch(b -> (b.state() == FindingState.HARMLESS || kept.test(b)) && b.finding().tagPath().equals(finding.tagPath()) && b.finding().text().equals(finding.text()));
      if (!harmless) return new Verdict.Failed("text that looks like an identifier is left in the cleaned document, page " + (finding.firstFrame() + 1));
    }
    return new Verdict.Proven(words + "; looked at again: " + count(left, "text") + " left; " + look.version());
  }

  private static Optional<String> fault(Finding finding, List<FindingRow> same, List<Region> blackened, boolean accepted) {
    if (finding.kind().equals("not-looked-at")) return Optional.of("nobody could look: " + finding.why());
    if (finding.kind().equals(MARK) || same.stream().anyMatch(r -> r.state() == FindingState.HARMLESS && r.finding().clearsSamePixels(finding))) return Optional.empty(); // outside the boxes nothing has changed
    boolean isKnown = same.stream().anyMatch(r -> r.finding().severity() == Severity.HARMLESS && r.state() == FindingState.OPEN);
    var at = at(finding, blackened);
    if (at == At.A_BOX && !(isKnown && finding.severity() == Severity.HARMLESS)) return Optional.of("text is still seen at a box in frame " + (finding.firstFrame() + 1) + place(finding));
    if (at != At.NO_BOX) return Optional.empty();
    if (finding.severity() == Severity.HARMLESS) return Optional.empty();
    boolean isAccepted = accepted && same.stream().anyMatch(r -> r.state() == FindingState.OPEN || r.state() == FindingState.UNSURE);
    return isAccepted ? Optional.empty() : Optional.of("text that nobody judged harmless is seen in frame " + (finding.firstFrame() + 1) + place(finding));
  }

  private static boolean isAskedAbout(FindingRow row) {
    return row.state() == FindingState.UNSURE || row.state() == FindingState.OPEN && row.finding().severity() != Severity.HARMLESS;
  }

  private static String place(Finding f) {
    return f.width() == 0 ? "" : " at " + f.x() + "," + f.y() + " of " + f.width() + "x" + f.height();
  }

  /// Where something is seen: away from all boxes in some frame, at one that it sticks out of, or nothing but boxes themselves.
  private enum At { NO_BOX, A_BOX, THE_BOX }

  /// A black rectangle may be read as a letter O or a stroke. Inside it every pixel is proven equal, so a single sign wholly inside is the rectangle.
  private static At at(Finding f, List<Region> blackened) {
    if (f.width() == 0 || f.height() == 0) return At.NO_BOX;
    var ink = ink(f);
    var near = blackened.stream().filter(r -> r.frameFirst() - 1 <= f.lastFrame() && f.firstFrame() < r.frameLast() && r.box().touches(ink)).toList();
    if (near.isEmpty()) return At.NO_BOX;
    if (f.text().chars().filter(c -> c > ' ').count() > 1) return At.A_BOX;
    var at = At.THE_BOX;
    for (int frame = f.firstFrame(); frame <= f.lastFrame(); frame++) {
      int now = frame;
      var here = near.stream().filter(r -> r.frameFirst() - 1 <= now && now < r.frameLast()).toList();
      if (here.isEmpty()) at = At.NO_BOX;
      else if (here.stream().noneMatch(r -> r.box().holds(ink))) return At.A_BOX;
    }
    return at;
  }

  /// Boxes of texts have a margin of about a quarter of their height; the ink is what may not stick out of a box.
  private static Box ink(Finding f) {
    int margin = Math.min(5, Math.min(f.width(), f.height()) / 4);
    return new Box(f.x() + margin, f.y() + margin, f.width() - 2 * margin, f.height() - 2 * margin);
  }

  private static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  /// Hits of earlier exports that are seen again stay with what was decided on them.
  private void keep(long instance, List<Finding> seen, List<Finding> hits) {
    if (hits.isEmpty()) return;
    var all = new ArrayList<>(hits);
    for (var row : findings.ofInstance(instance, DETECTOR)) if (seen.stream().anyMatch(row.finding()::isAt)) all.add(row.finding());
    findings.replace(instance, DETECTOR, Optional.empty(), all);
  }
}
