package umbra.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class JobRunnerTest {
  @Test
  void aJobTellsItsStatesInOrder() {
    var states = new ArrayList<JobState<String>>();

    new DirectJobRunner().start("count", context -> {
      context.progress(1, 2);
      return "done";
    }, states::add);

    assertEquals(List.of(new JobState.Waiting<String>(), new JobState.Running<String>(0, 0), new JobState.Running<String>(1, 2),
        new JobState.Succeeded<>("done")), states);
  }

  @Test
  void whateverIsThrownBecomesAState() {
    var states = new ArrayList<JobState<Object>>();

    new DirectJobRunner().start("fail", _ -> {
      throw new IOException("disk full");
    }, states::add);

    assertEquals("disk full", assertInstanceOf(JobState.Failed.class, states.getLast()).cause().getMessage());
  }

  @Test
  void aCancelledJobEndsAtItsNextCheckpoint() throws Exception {
    var started = new CountDownLatch(1);
    List<JobState<Object>> states = Collections.synchronizedList(new ArrayList<>());

    try (var runner = new PooledJobRunner()) {
      var handle = runner.start("endless", context -> {
        while (true) {
          started.countDown();
          context.checkCancelled();
          Thread.onSpinWait();
        }
      }, states::add);
      started.await();
      handle.cancel();
      handle.await();
    }

    assertInstanceOf(JobState.Cancelled.class, states.getLast());
  }

  @Test
  void closingARunnerEndsWhatRuns() throws Exception {
    var states = Collections.synchronizedList(new ArrayList<JobState<Object>>());
    var runner = new PooledJobRunner();
    runner.start("endless", context -> {
      while (true) context.checkCancelled();
    }, states::add);

    runner.close();

    assertTrue(states.getLast().isFinal());
  }

  @Test
  void everyIndexIsWorkedOnOnce() {
    try (var pool = new ComputePool(4)) {
      var counts = new AtomicIntegerArray(1000);

      pool.forEach(1000, counts::incrementAndGet);

      for (int i = 0; i < 1000; i++) assertEquals(1, counts.get(i));
    }
  }

  @Test
  void aFailureOfOneIndexReachesTheCaller() {
    try (var pool = new ComputePool(3)) {
      var begun = new AtomicInteger();

      assertThrows(ArithmeticException.class, () -> pool.forEach(1_000_000, i -> {
        begun.incrementAndGet();
        if (i == 10) throw new ArithmeticException();
      }));

      assertTrue(begun.get() < 1_000_000);
    }
  }
}
