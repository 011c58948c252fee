package umbra.deid.value;

/// The table of new names has no row for a subject, and nothing was said about the rest. Holds no values.
public final class UnnamedSubjectException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  UnnamedSubjectException() {
    super("the table of subjects has no row for this Patient ID");
  }
}
