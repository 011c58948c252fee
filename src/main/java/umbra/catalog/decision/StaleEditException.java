package umbra.catalog.decision;

/// The rows an edit was made from have changed since; nothing was written. Make it again from the rows as they are now.
public final class StaleEditException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  StaleEditException(Change change) {
    super(change.kind() + " of " + change.object() + " has changed since; nothing was written");
  }
}
