package umbra.app.shell;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import umbra.app.fx.JobMonitor;
import umbra.app.fx.JobRow;
import umbra.app.fx.Look;
import umbra.words.Counts;

/// One line at the bottom: a hint for what is in hand, and the work under way.
final class StatusBar {
  private final Label hint = new Label();
  private final HBox job = new HBox(8);
  private final VBox rows = new VBox(8);
  private final Popup all = new Popup();
  private final HBox root;
  private final JobMonitor jobs;

  StatusBar(JobMonitor jobs) {
    this.jobs = jobs;
    hint.setId("hint");
    hint.setMinWidth(0);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    job.setAlignment(Pos.CENTER_RIGHT);
    root = new HBox(12, hint, space, job);
    root.getStyleClass().add("status-line");
    root.setAlignment(Pos.CENTER_LEFT);
    rows.getStyleClass().add("job-list");
    all.getContent().add(rows);
    all.setAutoHide(true);
    jobs.rows().addListener((ListChangeListener<JobRow>) _ -> show());
    show();
  }

  Node node() {
    return root;
  }

  void hint(String text) {
    hint.setText(text);
    hint.setTooltip(text.isEmpty() ? null : new Tooltip(text));
  }

  private void show() {
    job.getChildren().clear();
    rows.getChildren().setAll(jobs.rows().stream().map(StatusBar::row).toList());
    if (jobs.rows().isEmpty()) {
      all.hide();
      return;
    }
    job.getChildren().addAll(row(jobs.rows().getFirst()).getChildren());
    var list = new Button(Counts.of(jobs.rows().size(), "job"), Look.icon("fth-chevron-up"));
    list.setId("jobs");
    list.getStyleClass().add("flat");
    list.setTooltip(new Tooltip("All work under way"));
    list.setOnAction(_ -> {
      var at = list.localToScreen(0, 0);
      all.show(list, at.getX() - 260, at.getY() - 24 - 40.0 * jobs.rows().size());
    });
    job.getChildren().add(list);
  }

  private static HBox row(JobRow job) {
    var name = new Label(job.name());
    var bar = new ProgressBar();
    bar.progressProperty().bind(job.progress());
    bar.setPrefWidth(120);
    bar.setAccessibleText(job.name());
    var detail = new Label();
    detail.textProperty().bind(job.detail());
    detail.getStyleClass().add("line-detail");
    var cancel = new Button("Cancel");
    cancel.getStyleClass().add("flat");
    cancel.setOnAction(_ -> job.cancel());
    var row = new HBox(8, name, bar, detail, cancel);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
