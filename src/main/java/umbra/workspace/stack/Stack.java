package umbra.workspace.stack;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import umbra.catalog.InstanceRow;
import umbra.workspace.source.SourcePlace;

/// All frames of some instances in viewing order. Costs an entry for each instance, not for each frame.
public final class Stack {
  public static final Stack EMPTY = new Stack("", List.of());

  private final String title;
  private final List<InstanceRow> instances;
  private final int[] firstFrames;

  private Stack(String title, List<InstanceRow> instances) {
    this.title = title;
    this.instances = instances;
    this.firstFrames = new int[instances.size() + 1];
    for (int i = 0; i < instances.size(); i++) firstFrames[i + 1] = Math.addExact(firstFrames[i], instances.get(i).frames());
  }

  /// The instances with pixels; the others have nothing to show here.
  public static Stack of(String title, List<InstanceRow> instances) {
    return new Stack(title, instances.stream().filter(InstanceRow::hasPixels).toList());
  }

  public String title() {
    return title;
  }

  public List<InstanceRow> instances() {
    return instances;
  }

  public int size() {
    return firstFrames[instances.size()];
  }

  public boolean isEmpty() {
    return size() == 0;
  }

  /// @param index from 0
  public Slice slice(int index) {
    int at = Arrays.binarySearch(firstFrames, index);
    int i = at >= 0 ? at : -at - 2;
    var row = instances.get(i);
    return new Slice(row.id(), new SourcePlace(Path.of(row.path()), row.member()), index - firstFrames[i], row.frames());
  }

  /// The instance that a frame belongs to.
  ///
  /// @param index from 0
  public InstanceRow instance(int index) {
    int at = Arrays.binarySearch(firstFrames, index);
    return instances.get(at >= 0 ? at : -at - 2);
  }
}
