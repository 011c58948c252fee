package umbra.ocr;

import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;

/// Does the same for each index from 0, maybe by several threads, and returns when all is done.
@FunctionalInterface
public interface Workers {
  Workers ONE_BY_ONE = (count, work) -> {
    for (int i = 0; i < count; i++) work.accept(i);
  };

  void forEach(int count, IntConsumer work);

  /// As [#forEach], and says by whom what is inside may be shared: by all if there is only one, else by nobody more.
  default void spread(int count, ObjIntConsumer<Workers> work) {
    if (count == 1) work.accept(this, 0);
    else forEach(count, i -> work.accept(ONE_BY_ONE, i));
  }
}
