package umbra.workspace.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import umbra.workspace.integrity.Ledger.State;

class LedgerTest {
  @Test
  void whoStaysBackIsTakenOutOfItsClassAndTheSumRemains() {
    var ledger = new Ledger();
    ledger.add(1, "ct", State.INSPECTED);
    ledger.add(2, "ct", State.CLEANED);
    ledger.add(3, "ct", State.CLEANED);
    ledger.add(4, "sr", State.SHOWN);
    ledger.add(5, "sr", State.STAYS);

    assertEquals(Map.of("ct", Map.of(State.INSPECTED, 1L, State.CLEANED, 2L), "sr", Map.of(State.SHOWN, 1L, State.STAYS, 1L)), ledger.counts(Set.of()));
    assertEquals(Map.of("ct", Map.of(State.INSPECTED, 1L, State.CLEANED, 1L, State.STAYS, 1L), "sr", Map.of(State.STAYS, 2L)), ledger.counts(Set.of(2L, 4L)));
  }
}
