package umbra.workspace.deidentify;

import java.io.IOException;
import umbra.deid.DeidOutcome;

/// A written file did not stand up to the look at it.
final class RefusedException extends IOException {
  private static final long serialVersionUID = 1;
  private final transient DeidOutcome.Withheld outcome;

  RefusedException(DeidOutcome.Reason reason, String detail) {
    super(detail);
    this.outcome = new DeidOutcome.Withheld(reason, detail);
  }

  DeidOutcome.Withheld outcome() {
    return outcome;
  }
}
