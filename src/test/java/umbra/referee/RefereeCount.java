package umbra.referee;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Prints at the end how many tests that use a referee ran, and why others were skipped.
public final class RefereeCount implements TestExecutionListener {
  private final AtomicInteger ran = new AtomicInteger();
  private final Map<String, Integer> skipped = new TreeMap<>();

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (!test.isTest() || !test.getTags().contains(TestTag.create("referee"))) return;
    if (result.getStatus() != TestExecutionResult.Status.ABORTED) {
      ran.incrementAndGet();
      return;
    }
    var reason = result.getThrowable().map(Throwable::getMessage).orElse("no reason");
    synchronized (skipped) {
      skipped.merge(reason, 1, Integer::sum);
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    int count = skipped.values().stream().mapToInt(Integer::intValue).sum();
    System.out.println("referee tests: " + ran + " ran, " + count + " skipped" + (count == 0 ? "" : " " + skipped));
  }
}
