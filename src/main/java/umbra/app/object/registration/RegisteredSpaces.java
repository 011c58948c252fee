package umbra.app.object.registration;

import java.util.List;
import umbra.object.TextItem;
import umbra.object.spatial.Registration;
import umbra.workspace.related.RelatedObjects.Resident;

/// What a registration object says, and which series of the subject lie in the spaces it speaks of.
///
/// @param texts all that a person can read in the object
record RegisteredSpaces(String sopInstanceUid, List<Pair> pairs, List<TextItem> texts) {
  /// @param from series in the space that is moved
  /// @param to series in the space it is moved into
  record Pair(Registration registration, List<Resident> from, List<Resident> to) {
    Pair {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  RegisteredSpaces {
    pairs = List.copyOf(pairs);
    texts = List.copyOf(texts);
  }
}
