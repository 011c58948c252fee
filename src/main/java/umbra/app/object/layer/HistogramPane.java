package umbra.app.object.layer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Orientation;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.BorderPane;
import umbra.app.object.TextTable;
import umbra.catalog.InstanceRow;
import umbra.job.JobState;
import umbra.object.radiotherapy.DoseGrid;
import umbra.object.radiotherapy.DoseVolume;

/// Dose-volume histograms as curves, and their figures as a table.
final class HistogramPane extends BorderPane {
  private static final int MOST_POINTS = 250;
  /// Of curves and table together: below it they are scrolled, not squeezed.
  private static final double LEAST_HEIGHT = 330;

  HistogramPane(ObjectLayer layer, DoseGrid grid, Optional<InstanceRow> structures) {
    setId("dose-histogram");
    setCenter(new Label("Computing …"));
    layer.jobs().<List<DoseVolume>>start("Dose-volume histograms", context -> layer.opener().histograms(layer.row(), grid, structures, context::checkCancelled), state -> {
      if (state instanceof JobState.Succeeded<List<DoseVolume>>(var volumes)) show(volumes);
      else if (state instanceof JobState.Failed<List<DoseVolume>>(var cause)) setCenter(new Label("They cannot be computed: " + cause.getMessage()));
    });
  }

  private void show(List<DoseVolume> volumes) {
    if (volumes.isEmpty()) {
      var none = new Label("The dose states no histograms, and no structure set of these images is in the collection.");
      none.setWrapText(true);
      none.getStyleClass().add("muted");
      setCenter(none);
      return;
    }
    var table = TextTable.<DoseVolume>of("", List.<TableColumn<DoseVolume, String>>of(TextTable.column("ROI", 110, DoseVolume::name), TextTable.column("From", 70, DoseVolume::origin),
        TextTable.column("cm³", 64, v -> number(v.volumeCm3())), TextTable.column("Min", 60, v -> number(v.minimum())), TextTable.column("Mean", 60, v -> number(v.mean())),
        TextTable.column("Max", 60, v -> number(v.maximum())), TextTable.column("Unit", 44, DoseVolume::units)));
    table.setId("dose-volumes");
    table.getItems().setAll(volumes);
    var split = new SplitPane(chart(volumes), table);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.6);
    split.setMinHeight(LEAST_HEIGHT);
    var scroll = new ScrollPane(split);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    setCenter(scroll);
  }

  private static LineChart<Number, Number> chart(List<DoseVolume> volumes) {
    var across = new NumberAxis();
    across.setLabel("Dose, " + volumes.getFirst().units());
    var up = new NumberAxis(0, 100, 25);
    up.setLabel("Volume, %");
    var chart = new LineChart<>(across, up);
    chart.setCreateSymbols(false);
    chart.setAnimated(false);
    chart.setLegendVisible(false);
    chart.setMinHeight(170);
    for (var volume : volumes) {
      var series = new XYChart.Series<Number, Number>();
      series.setName(volume.name());
      int step = Math.max(1, volume.doses().size() / MOST_POINTS);
      for (int i = 0; i < volume.doses().size(); i += step) series.getData().add(new XYChart.Data<>(volume.doses().get(i), volume.percents().get(i)));
      chart.getData().add(series);
      var style = "-fx-stroke: #%06x; -fx-stroke-width: 1.6;".formatted(volume.rgb());
      series.getNode().setStyle(volume.origin().equals("stated") ? style + " -fx-stroke-dash-array: 5 4;" : style);
    }
    return chart;
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? "%.4g".formatted(value.getAsDouble()) : "";
  }
}
