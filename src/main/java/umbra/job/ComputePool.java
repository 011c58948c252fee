package umbra.job;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// Platform threads for decoding, OCR and hashing: virtual ones do not make computing faster.
public final class ComputePool implements AutoCloseable {
  private final ExecutorService threads;
  private final int width;

  /// @param width threads working at the same time, the calling one included; at least 1
  public ComputePool(int width) {
    this.width = width;
    this.threads = Executors.newFixedThreadPool(Math.max(1, width - 1), work -> {
      var thread = new Thread(work, "umbra-compute");
      thread.setDaemon(true);
      return thread;
    });
  }

  /// Calls the work once for each index from 0, by several threads, and returns when all is done.
  ///
  /// @throws RuntimeException one of those the work threw; indices not begun by then are left out
  public void forEach(int count, IntConsumer work) {
    var next = new AtomicInteger();
    Runnable share = () -> {
      try {
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) work.accept(i);
      } finally {
        next.set(count); // after a failure nobody begins another
      }
    };
    var others = new ArrayList<CompletableFuture<Void>>();
    for (int i = 1; i < Math.min(width, count); i++) others.add(CompletableFuture.runAsync(share, threads));
    try {
      share.run();
    } finally {
      CompletableFuture.allOf(others.toArray(CompletableFuture[]::new)).exceptionally(_ -> null).join();
    }
    others.forEach(ComputePool::rethrow);
  }

  private static void rethrow(CompletableFuture<Void> share) {
    try {
      share.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      if (e.getCause() instanceof Error error) throw error;
      throw e;
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
