package umbra.app.object.waveform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import umbra.app.object.waveform.ShownWaveform.Paper;
import umbra.app.object.waveform.ShownWaveform.Trace;

/// Draws traces on millimetre paper, which is light in both themes as paper is.
final class PaperCanvas {
  private static final List<List<String>> LEADS = List.of(List.of("I", "AVR", "V1", "V4"), List.of("II", "AVL", "V2", "V5"), List.of("III", "AVF", "V3", "V6"));
  private static final Color GROUND = Color.web("#fffaf7");
  private static final Color FINE = Color.web("#f6d9d2");
  private static final Color COARSE = Color.web("#e5a99c");
  private static final Color INK = Color.web("#12171c");
  private static final double COLUMN_SECONDS = 2.5;
  private static final double ROW_MM = 32;
  private static final double WIDEST = 4000;
  private static final double SOUND_ROW = 160;
  /// Pixels that the words of a second need.
  private static final double NARROWEST_SECOND = 44;

  private final Canvas canvas = new Canvas();
  /// Pixels for a millimetre.
  private double mm = 3;
  private double speed = 25;
  private double gain = 10;

  Canvas canvas() {
    return canvas;
  }

  void scale(double millimetresASecond, double millimetresAMillivolt) {
    speed = millimetresASecond;
    gain = millimetresAMillivolt;
  }

  /// The usual sheet: three rows of four leads, 2.5 s each, and lead II below. Empty if a lead is missing.
  static Optional<List<List<Trace>>> sheet(Paper paper) {
    var rows = LEADS.stream().map(r -> r.stream().flatMap(name -> lead(paper, name).stream()).toList()).toList();
    return rows.stream().allMatch(r -> r.size() == 4) ? Optional.of(rows) : Optional.empty();
  }

  private static Optional<Trace> lead(Paper paper, String name) {
    return paper.traces().stream().filter(t -> t.title().toUpperCase(Locale.ROOT).replaceAll("\\(.*\\)", "").replaceFirst("^(ECG )?LEAD ", "").strip().equals(name)).findFirst();
  }

  /// @param width pixels at hand
  /// @param from seconds from the start
  /// @param asSheet whether twelve leads are laid out as usual
  void draw(Paper paper, double width, double from, boolean asSheet) {
    var sheet = asSheet ? sheet(paper) : Optional.<List<List<Trace>>>empty();
    canvas.setWidth(Math.clamp(width, 100, WIDEST));
    mm = Math.clamp(canvas.getWidth() / (4 * COLUMN_SECONDS * speed), 1.5, 5);
    canvas.setHeight(Math.min(WIDEST, mm * ROW_MM * (sheet.isPresent() ? 4 : Math.max(1, paper.traces().size()))));
    var g = canvas.getGraphicsContext2D();
    grid(g);
    double column = COLUMN_SECONDS * speed * mm;
    if (sheet.isPresent()) {
      for (int row = 0; row < 3; row++) {
        for (int i = 0; i < 4; i++) trace(g, sheet.get().get(row).get(i), paper.frequencyHz(), new Window(row, i * column, column, from + i * COLUMN_SECONDS));
      }
      trace(g, sheet.get().get(1).getFirst(), paper.frequencyHz(), new Window(3, 0, canvas.getWidth(), from));
    } else {
      for (int row = 0; row < paper.traces().size(); row++) trace(g, paper.traces().get(row), paper.frequencyHz(), new Window(row, 0, canvas.getWidth(), from));
    }
  }

  /// All of a sound at once, one row a channel: the lowest and highest sample of each pixel across, and a line each second.
  void drawSound(Paper paper, double width) {
    canvas.setWidth(Math.clamp(width, 100, WIDEST));
    canvas.setHeight(Math.min(WIDEST, SOUND_ROW * paper.traces().size()));
    var g = canvas.getGraphicsContext2D();
    g.setFill(GROUND);
    g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    g.setLineWidth(1);
    int every = (int) Math.max(1, Math.ceil(paper.seconds() * NARROWEST_SECOND / canvas.getWidth()));
    for (int second = 0; second < paper.seconds(); second += every) {
      double x = Math.floor(second / paper.seconds() * canvas.getWidth()) + 0.5;
      g.setStroke(FINE);
      g.strokeLine(x, 0, x, canvas.getHeight());
      g.setFill(COARSE);
      g.fillText(second + " s", x + 4, canvas.getHeight() - 5);
    }
    for (int row = 0; row < paper.traces().size(); row++) envelope(g, paper.traces().get(row), row);
  }

  private void envelope(GraphicsContext g, Trace trace, int row) {
    var values = trace.values();
    double loudest = 1e-9;
    for (var value : values) loudest = Math.max(loudest, Math.abs(value));
    double middle = (row + 0.5) * SOUND_ROW;
    double unit = 0.4 * SOUND_ROW / loudest;
    g.setStroke(INK);
    for (int x = 0; x < canvas.getWidth(); x++) {
      int from = (int) (x / canvas.getWidth() * values.length);
      int to = Math.min(values.length, Math.max(from + 1, (int) ((x + 1) / canvas.getWidth() * values.length)));
      double low = Double.MAX_VALUE;
      double high = -Double.MAX_VALUE;
      for (int i = from; i < to; i++) {
        low = Math.min(low, values[i]);
        high = Math.max(high, values[i]);
      }
      if (from < to) g.strokeLine(x + 0.5, middle - high * unit - 0.5, x + 0.5, middle - low * unit + 0.5);
    }
    g.setFill(INK);
    g.fillText(trace.title(), 4, row * SOUND_ROW + 14);
  }

  /// Where a trace is drawn: pixels across, seconds of its left edge.
  private record Window(int row, double left, double width, double from) {}

  private void grid(GraphicsContext g) {
    g.setFill(GROUND);
    g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    g.setLineWidth(1);
    for (boolean coarse : new boolean[] {false, true}) {
      g.setStroke(coarse ? COARSE : FINE);
      double step = coarse ? 5 * mm : mm;
      for (double x = 0; x < canvas.getWidth(); x += step) g.strokeLine(Math.floor(x) + 0.5, 0, Math.floor(x) + 0.5, canvas.getHeight());
      for (double y = 0; y < canvas.getHeight(); y += step) g.strokeLine(0, Math.floor(y) + 0.5, canvas.getWidth(), Math.floor(y) + 0.5);
    }
  }

  private void trace(GraphicsContext g, Trace trace, double frequency, Window window) {
    if (frequency <= 0) return;
    double middle = (window.row() + 0.5) * ROW_MM * mm;
    double low = trace.isVoltage() ? 0 : IntStream.range(0, trace.values().length).mapToDouble(i -> trace.values()[i]).min().orElse(0);
    double high = trace.isVoltage() ? 0 : IntStream.range(0, trace.values().length).mapToDouble(i -> trace.values()[i]).max().orElse(0);
    double zero = (low + high) / 2;
    double unit = trace.isVoltage() ? gain * mm : 0.8 * ROW_MM * mm / Math.max(1e-9, high - low);
    int first = (int) Math.max(0, window.from() * frequency);
    int last = (int) Math.min(trace.values().length, (window.from() + window.width() / (speed * mm)) * frequency + 1);
    g.save();
    g.beginPath();
    g.rect(window.left(), 0, window.width(), canvas.getHeight());
    g.clip();
    g.setStroke(INK);
    g.setLineWidth(1.1);
    g.beginPath();
    for (int i = first; i < last; i++) {
      double x = window.left() + (i / frequency - window.from()) * speed * mm;
      double y = middle - (trace.values()[i] - zero) * unit;
      if (i == first) g.moveTo(x, y);
      else g.lineTo(x, y);
    }
    g.stroke();
    g.setFill(INK);
    var range = trace.isVoltage() ? "" : "  %.4g to %.4g %s".formatted(low, high, trace.units());
    g.fillText(trace.title() + range, window.left() + 4, middle - 0.5 * ROW_MM * mm + 14);
    g.restore();
  }
}
