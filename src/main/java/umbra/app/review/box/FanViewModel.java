package umbra.app.review.box;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.pixel.redact.region.Box;
import umbra.workspace.review.Fan;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// The fan that is kept while all around it goes: from the header, then with four corners to drag, then boxes.
public final class FanViewModel {
  private final BoxesViewModel boxes;
  private final SourceFiles files;
  private final JobRunner runner;
  private final ReadOnlyObjectWrapper<Optional<Fan>> fan = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private Optional<Front> of = Optional.empty();

  public FanViewModel(BoxesViewModel boxes, SourceFiles files, JobRunner runner) {
    this.boxes = boxes;
    this.files = files;
    this.runner = runner;
    boxes.front().addListener((_, _, now) -> {
      if (fan.get().isPresent() && now.map(f -> f.instance().seriesId()).equals(of.map(f -> f.instance().seriesId()))) of = now;
      else cancel();
    });
  }

  /// In hand; empty if there is none.
  public ReadOnlyObjectProperty<Optional<Fan>> fan() {
    return fan.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty said() {
    return said.getReadOnlyProperty();
  }

  /// Takes the fan of the frame in front in hand: the regions its header states, else most of the frame.
  public void begin() {
    var front = boxes.front().get();
    if (front.isEmpty()) return;
    var instance = front.get().instance();
    runner.<Optional<Fan>>start("Region sequence", _ -> {
      try (var header = files.openHeader(new SourcePlace(Path.of(instance.path()), instance.member()))) {
        return Fan.stated(header.dataSet());
      } catch (IOException _) {
        return Optional.empty();
      }
    }, state -> {
      if (!(state instanceof JobState.Succeeded<Optional<Fan>>(var stated)) || !boxes.front().get().equals(front)) return;
      of = front;
      said.set(stated.isPresent() ? "Regions of the header: drag the corners to the fan, Enter keeps only what is inside, Esc leaves it"
          : "The header states no regions: drag the corners to the fan, Enter keeps only what is inside, Esc leaves it");
      fan.set(Optional.of(stated.orElseGet(() -> most(front.get()))));
    });
  }

  private static Fan most(Front f) {
    return Fan.of(new Box(f.columns() / 10, f.rows() / 10, Math.max(1, f.columns() * 8 / 10), Math.max(1, f.rows() * 8 / 10)));
  }

  void move(int corner, double x, double y) {
    fan.get().ifPresent(f -> of.ifPresent(o -> fan.set(Optional.of(f.moved(corner, Math.clamp(x, 0, o.columns()), Math.clamp(y, 0, o.rows()))))));
  }

  /// Draws boxes around it, as far as the reach says.
  public void apply() {
    fan.get().ifPresent(f -> of.ifPresent(o -> {
      cancel();
      var around = f.outside(o.columns(), o.rows());
      if (around.isEmpty()) said.set("There is nothing around it");
      else boxes.drawAll(around, "Keep only the fan");
    }));
  }

  public void cancel() {
    fan.set(Optional.empty());
    said.set("");
  }
}
