package umbra.ocr.engine;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import umbra.ocr.Workers;

/// Work that several workers do together.
final class Shared {
  private Shared() {}

  /// What is done with each item.
  interface Step<A, B> {
    B of(A item) throws OrtException, IOException;
  }

  /// The same step for all, begun and returned in their order; the first failure is that of all.
  static <A, B> List<B> among(Workers workers, List<A> items, Step<A, B> step) throws OrtException, IOException {
    var done = new AtomicReferenceArray<B>(items.size());
    var failed = new AtomicReference<Exception>();
    workers.forEach(items.size(), i -> {
      if (failed.get() != null) return;
      try {
        done.set(i, step.of(items.get(i)));
      } catch (OrtException | IOException e) {
        failed.compareAndSet(null, e);
      }
    });
    if (failed.get() instanceof OrtException e) throw e;
    if (failed.get() instanceof IOException e) throw e;
    return IntStream.range(0, items.size()).mapToObj(done::get).toList();
  }
}
