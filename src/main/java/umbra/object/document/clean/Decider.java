package umbra.object.document.clean;

import java.util.Optional;

/// Says what becomes of a text of a document.
@FunctionalInterface
public interface Decider {
  /// What stands there afterwards; empty if nothing may.
  Optional<String> of(String text);
}
