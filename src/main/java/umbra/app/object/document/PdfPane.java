package umbra.app.object.document;

import java.nio.IntBuffer;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import umbra.app.object.ObjectView;
import umbra.app.object.TextTable;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.object.document.pdf.PdfFile;
import umbra.object.document.pdf.PdfPart;
import umbra.object.document.pdf.PdfWord;
import umbra.pixel.render.Picture;

/// Pages with zoom and search, above the list of what the document holds besides them.
final class PdfPane {
  private static final double POINTS_AN_INCH = 72;
  private static final double STEP = 1.25;

  private final JobRunner jobs;
  private final ImageView image = new ImageView();
  private final Group marks = new Group();
  private final Label place = new Label();
  private final TextField search = new TextField();
  private final Label hits = new Label();
  private final TableView<PdfPart> parts = TextTable.of("The document hides nothing beside its pages.", List.of(TextTable.column("Kind", 110, p -> p.kind().name()
      .toLowerCase(Locale.ROOT).replace('_', ' ')), TextTable.column("Where", 190, PdfPart::where), TextTable.column("Text", 380, p -> p.text().replace('\n', ' '))));
  private final BorderPane root = new BorderPane();
  private ShownDocument.Pdf document = new ShownDocument.Pdf(new byte[0], 0, List.of(), List.of());
  private List<PdfWord> found = List.of();
  private int page = 1;
  private int hit = -1;
  private double dotsPerInch = POINTS_AN_INCH;
  private long generation;

  PdfPane(JobRunner jobs) {
    this.jobs = jobs;
    search.setId("pdf-search");
    search.setPromptText("Find in the document");
    search.textProperty().subscribe(this::find);
    search.setOnAction(_ -> nextHit(1));
    var bar = new HBox(4, ObjectView.button("fth-arrow-up", "Page before (Alt+PgUp)", () -> turn(-1)), place, ObjectView.button("fth-arrow-down", "Next page (Alt+PgDn)", () -> turn(1)),
        ObjectView.button("fth-zoom-out", "Smaller", () -> zoom(1 / STEP)), ObjectView.button("fth-zoom-in", "Larger", () -> zoom(STEP)), search, hits);
    bar.getStyleClass().add("object-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    image.setId("pdf-page");
    var paper = new StackPane(new Group(image, marks));
    var scroll = new ScrollPane(paper);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    parts.setId("pdf-parts");
    var split = new SplitPane(scroll, parts);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.74);
    root.setTop(bar);
    root.setCenter(split);
  }

  BorderPane node() {
    return root;
  }

  void show(ShownDocument.Pdf now) {
    document = now;
    page = 1;
    parts.getItems().setAll(now.parts());
    find(search.getText());
    draw();
  }

  void clear() {
    generation++;
    document = new ShownDocument.Pdf(new byte[0], 0, List.of(), List.of());
    found = List.of();
    image.setImage(null);
    marks.getChildren().clear();
    parts.getItems().clear();
  }

  void turn(int by) {
    int to = Math.clamp((long) page + by, 1, Math.max(1, document.pages()));
    if (to == page) return;
    page = to;
    draw();
  }

  void zoom(double by) {
    dotsPerInch = Math.clamp(dotsPerInch * by, 24, 300);
    draw();
  }

  void focusSearch() {
    search.requestFocus();
  }

  /// Words that hold what is searched for, whatever the case; a search of several words matches those that follow each other.
  private void find(String text) {
    var wanted = text.strip().toLowerCase(Locale.ROOT).split("\\s+");
    var words = document.words();
    found = text.isBlank() ? List.of() : java.util.stream.IntStream.rangeClosed(0, words.size() - wanted.length)
        .filter(i -> java.util.stream.IntStream.range(0, wanted.length).allMatch(k -> words.get(i + k).text().toLowerCase(Locale.ROOT).contains(wanted[k])))
        .boxed().flatMap(i -> words.subList(i, i + wanted.length).stream()).toList();
    hit = -1;
    hits.setText(text.isBlank() ? "" : found.isEmpty() ? "not in the text layer" : found.size() + " words");
    mark();
  }

  void nextHit(int by) {
    if (found.isEmpty()) return;
    hit = Math.floorMod(hit + by, found.size());
    if (found.get(hit).page() != page) {
      page = found.get(hit).page();
      draw();
    } else mark();
  }

  private void mark() {
    marks.getChildren().clear();
    double scale = dotsPerInch / POINTS_AN_INCH;
    for (int i = 0; i < found.size(); i++) {
      var word = found.get(i);
      if (word.page() != page) continue;
      var mark = new Rectangle(word.x() * scale, word.y() * scale, word.width() * scale, word.height() * scale);
      mark.getStyleClass().add(i == hit ? "pdf-hit-front" : "pdf-hit");
      marks.getChildren().add(mark);
    }
  }

  private void draw() {
    place.setText(document.pages() == 0 ? "no pages" : page + " / " + document.pages());
    long mine = ++generation;
    mark();
    if (document.pages() == 0) return;
    var bytes = document.bytes();
    int wanted = page;
    double dots = dotsPerInch;
    jobs.<Picture>start("Draw a page", _ -> {
      try (var pdf = PdfFile.open(bytes)) {
        return pdf.picture(wanted, dots);
      }
    }, state -> {
      if (mine != generation) return;
      switch (state) {
        case JobState.Succeeded<Picture>(var picture) -> image.setImage(new WritableImage(new PixelBuffer<>(picture.width(), picture.height(), IntBuffer.wrap(picture.argb()),
            PixelFormat.getIntArgbPreInstance())));
        case JobState.Failed<Picture> _ -> {
          image.setImage(null);
          place.setText("page " + wanted + " cannot be drawn");
        }
        case JobState.Waiting<Picture> _, JobState.Running<Picture> _, JobState.Cancelled<Picture> _ -> {}
      }
    });
  }
}
