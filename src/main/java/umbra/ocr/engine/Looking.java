package umbra.ocr.engine;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import umbra.ocr.Box;
import umbra.ocr.Workers;
import umbra.ocr.detect.Candidate;
import umbra.ocr.detect.Candidates;
import umbra.ocr.detect.LookPlan.Look;
import umbra.ocr.detect.Pass;
import umbra.ocr.detect.Seen;
import umbra.ocr.detect.TextDetector;
import umbra.pixel.Checkpoint;
import umbra.pixel.render.Picture;

/// All looks at a picture, shared among workers.
record Looking(TextDetector detector, Picture picture, Checkpoint checkpoint) {
  /// At one part of the picture.
  ///
  /// @param seen empty where the look failed
  private record Glance(Box part, Pass pass, double closer, CompletableFuture<Optional<Seen>> seen) {
    boolean isFollowed() {
      return closer > pass.scale();
    }
  }

  private interface Task {
    List<Candidate> run() throws OrtException;
  }

  /// What the looks saw together.
  List<Candidate> candidates(List<Look> looks, Workers workers) throws OrtException, IOException {
    var glances = looks.stream().flatMap(l -> l.parts().stream().map(part -> new Glance(part, l.pass(), l.closer(), new CompletableFuture<>()))).toList();
    var tasks = new ArrayList<Task>();
    for (var glance : glances) tasks.add(() -> first(glance));
    // After all others: whoever is done early goes on with them, and by then they need not be waited for.
    for (var glance : glances) if (glance.isFollowed()) tasks.add(() -> closer(glance));
    var found = Shared.among(workers, tasks, Task::run);
    var all = new ArrayList<Candidate>();
    int next = glances.size();
    for (int i = 0; i < glances.size(); i++) all.addAll(glances.get(i).isFollowed() ? once(found.get(i), found.get(next++)) : found.get(i));
    return Candidates.joined(all);
  }

  private List<Candidate> first(Glance glance) throws OrtException {
    try {
      checkpoint.check();
      var seen = detector.look(picture, glance.part(), glance.pass());
      glance.seen().complete(Optional.of(seen));
      return seen.candidates();
    } finally {
      glance.seen().complete(Optional.empty());
    }
  }

  private List<Candidate> closer(Glance glance) throws OrtException {
    var found = new ArrayList<Candidate>();
    var seen = glance.seen().join();
    if (seen.isEmpty()) return List.of();
    for (var around : seen.get().surroundings()) {
      checkpoint.check();
      found.addAll(detector.look(picture, around, new Pass(glance.closer(), glance.pass().tone())).candidates());
    }
    return found;
  }

  /// What a look and its closer look saw counts as seen once.
  private static List<Candidate> once(List<Candidate> first, List<Candidate> closer) {
    var both = new ArrayList<>(first);
    both.addAll(closer);
    return Candidates.joined(both).stream().map(c -> new Candidate(c.box(), c.probability(), 1)).toList();
  }
}
