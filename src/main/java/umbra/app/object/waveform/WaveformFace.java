package umbra.app.object.waveform;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import javax.sound.sampled.LineUnavailableException;
import umbra.app.action.Action;
import umbra.app.object.Face;
import umbra.app.object.ObjectView;
import umbra.app.object.ObjectViewModel;
import umbra.app.object.TextTable;
import umbra.app.object.waveform.ShownWaveform.Paper;
import umbra.catalog.InstanceRow;
import umbra.job.JobRunner;
import umbra.object.TextItem;
import umbra.object.waveform.WaveformText;
import umbra.workspace.source.SourceFiles;

/// Waveforms on paper: twelve leads as usual, other groups one below the other; below them their labels and annotations.
public final class WaveformFace implements Face<ShownWaveform> {
  private static final double PAGE_SECONDS = 10;

  private final PaperCanvas paper = new PaperCanvas();
  private final ComboBox<String> groups = new ComboBox<>();
  private final ComboBox<Double> speed = choice("mm/s", "Paper speed", 12.5, 25.0, 50.0);
  private final ComboBox<Double> gain = choice("mm/mV", "Gain", 5.0, 10.0, 20.0);
  private final ComboBox<String> layout = new ComboBox<>();
  private final Label note = new Label();
  private final Button listen = new Button("Listen");
  private final Listening listening = Listening.loud();
  private final PauseTransition end = new PauseTransition();
  private final ScrollBar time = new ScrollBar();
  private final ScrollPane scroll = new ScrollPane(paper.canvas());
  private final TableView<TextItem> texts = TextTable.ofItems("No labels or annotations.");
  private final SplitPane root;
  private List<Paper> papers = List.of();

  private WaveformFace() {
    paper.canvas().setId("waveform");
    layout.getItems().setAll("12 leads", "All channels");
    layout.getSelectionModel().select(0);
    speed.getSelectionModel().select(25.0);
    gain.getSelectionModel().select(10.0);
    for (var box : List.of(groups, layout, speed, gain)) box.valueProperty().addListener(_ -> draw());
    groups.valueProperty().addListener(_ -> time.setValue(0));
    time.valueProperty().addListener(_ -> draw());
    scroll.viewportBoundsProperty().addListener(_ -> draw());
    listen.setId("listen");
    listen.setOnAction(_ -> listen());
    end.setOnFinished(_ -> silence());
    groups.setMaxWidth(220);
    groups.setAccessibleText("Multiplex group");
    layout.setAccessibleText("Layout");
    for (var control : List.of(groups, layout, speed, gain, listen, time)) control.managedProperty().bind(control.visibleProperty());
    for (var control : List.of(layout, speed, gain, listen)) control.setMinWidth(Region.USE_PREF_SIZE);
    var bar = new FlowPane(6, 6, groups, layout, speed, gain, listen, note);
    bar.getStyleClass().add("object-bar");
    var top = new BorderPane(scroll);
    top.setTop(bar);
    top.setBottom(time);
    root = new SplitPane(top, texts);
    root.setOrientation(Orientation.VERTICAL);
    root.setDividerPositions(0.76);
  }

  public static ObjectView<ShownWaveform> view(SourceFiles files, JobRunner jobs) {
    return new ObjectView<>(new ObjectViewModel<>(files, jobs, (file, _) -> ShownWaveform.of(file)), new WaveformFace());
  }

  private static ComboBox<Double> choice(String unit, String name, Double... values) {
    var box = new ComboBox<Double>();
    box.getItems().setAll(values);
    box.setAccessibleText(name);
    box.setConverter(new javafx.util.StringConverter<>() {
      @Override
      public String toString(Double value) {
        return value == null ? "" : "%.4g %s".formatted(value, unit).replaceFirst("\\.?0+ ", " ");
      }

      @Override
      public Double fromString(String text) {
        return Double.valueOf(text.split(" ")[0]);
      }
    });
    return box;
  }

  private void draw() {
    int at = groups.getSelectionModel().getSelectedIndex();
    if (at < 0 || at >= papers.size()) return;
    var group = papers.get(at);
    boolean sound = Listening.isSound(group);
    groups.setVisible(papers.size() > 1);
    layout.setVisible(PaperCanvas.sheet(group).isPresent());
    listen.setVisible(sound);
    for (var control : List.of(speed, gain, time)) control.setVisible(!sound);
    note.setText("%.1f s, %.0f Hz%s".formatted(group.seconds(), group.frequencyHz(), group.cut() ? ", the rest is not shown" : ""));
    if (sound) {
      paper.drawSound(group, scroll.getViewportBounds().getWidth());
      return;
    }
    paper.scale(speed.getValue(), gain.getValue());
    time.setMax(Math.max(0, group.seconds() - PAGE_SECONDS));
    time.setVisibleAmount(Math.min(PAGE_SECONDS, group.seconds()));
    time.setBlockIncrement(PAGE_SECONDS);
    paper.draw(group, scroll.getViewportBounds().getWidth(), time.getValue(), layout.getSelectionModel().getSelectedIndex() == 0);
  }

  /// Plays the first channel of the group, or stops.
  private void listen() {
    int at = groups.getSelectionModel().getSelectedIndex();
    if (at < 0 || at >= papers.size()) return;
    if (!Listening.isSound(papers.get(at))) {
      note.setText("This group is no sound: it has %.0f samples a second.".formatted(papers.get(at).frequencyHz()));
      return;
    }
    if (listening.isPlaying()) {
      silence();
      return;
    }
    try {
      listening.start(papers.get(at));
      listen.setText("Stop");
      end.setDuration(Duration.seconds(papers.get(at).seconds()));
      end.playFromStart();
    } catch (LineUnavailableException _) {
      note.setText("This computer has no free sound device.");
    }
  }

  private void silence() {
    end.stop();
    listening.stop();
    listen.setText("Listen");
  }

  private void move(double seconds) {
    time.setValue(Math.clamp(time.getValue() + seconds, 0, time.getMax()));
  }

  @Override
  public boolean shows(InstanceRow first) {
    return new WaveformText().holds(first.sopClassUid(), umbra.dicom.DataSet.EMPTY);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void show(ShownWaveform waveform) {
    silence();
    papers = waveform.papers();
    texts.getItems().setAll(waveform.texts());
    var names = new ArrayList<String>();
    for (var group : papers) names.add((names.size() + 1) + " · " + group.title());
    groups.getItems().setAll(names);
    groups.getSelectionModel().select(0);
    draw();
  }

  @Override
  public void clear() {
    silence();
    papers = List.of();
    groups.getItems().clear();
    texts.getItems().clear();
  }

  @Override
  public List<Action> actions() {
    return List.of(ObjectView.action("waveform.later", "Later", "Go on by ten seconds", "Alt+PAGE_DOWN", () -> move(PAGE_SECONDS)),
        ObjectView.action("waveform.earlier", "Earlier", "Go back by ten seconds", "Alt+PAGE_UP", () -> move(-PAGE_SECONDS)),
        ObjectView.action("waveform.listen", "Listen or stop", "Play the sound of an audio object", "Alt+L", this::listen));
  }
}
