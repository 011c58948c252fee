package umbra.workspace.deidentify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import umbra.deid.DeidOutcome;
import umbra.deid.DeidOutcome.Reason;

/// Files of a folder that hold the same instance: whichever thread was faster, the first in order leaves, and the others are held
/// against it.
///
/// @param all in order
/// @param outcomes of `all`; those of files with the same instance are set anew
/// @param again takes a file once more
record SameInstances(FileDeidentifier files, List<Path> all, DeidOutcome[] outcomes, Function<Path, DeidOutcome> again) {

  /// @throws IOException if the target cannot be written
  void settle() throws IOException {
    var turnedAway = files.turnedAway();
    if (turnedAway.isEmpty()) return;
    Map<String, Integer> order = new HashMap<>();
    for (int i = 0; i < all.size(); i++) order.put(all.get(i).toString(), i);
    for (var place : new TreeSet<>(turnedAway.keySet())) {
      var same = new TreeSet<Integer>();
      for (var file : turnedAway.get(place)) same.add(order.get(file));
      files.holder(place).ifPresent(file -> same.add(order.get(file)));
      settle(place, same);
    }
  }

  private void settle(Path place, Set<Integer> same) throws IOException {
    int first = same.iterator().next();
    if (!(outcomes[first] instanceof DeidOutcome.Done)) {
      files.vacate(place);
      for (int i : same) outcomes[i] = again.apply(all.get(i));
    }
    Optional<Path> leaves = same.stream().filter(i -> outcomes[i] instanceof DeidOutcome.Done).findFirst().map(all::get);
    if (leaves.isEmpty()) return;
    for (int i : same) {
      if (outcomes[i] instanceof DeidOutcome.Withheld(var reason, _) && reason == Reason.SAME_UID) outcomes[i] = compared(all.get(i), leaves.get());
    }
  }

  private static DeidOutcome compared(Path file, Path leaves) throws IOException {
    if (Files.mismatch(file, leaves) < 0) return new DeidOutcome.Withheld(Reason.DUPLICATE, "the same bytes as " + leaves);
    return new DeidOutcome.Withheld(Reason.SAME_UID, "other bytes under the SOP Instance UID of " + leaves + ", which leaves");
  }
}
