package umbra.app.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import umbra.app.fx.Choosers;
import umbra.app.fx.Look;

/// What a person sees first.
public final class StartView {

  /// What can be begun here.
  public interface Wishes {
    void practice();

    /// @param imports what to take in once it is open
    void open(Path workspace, Optional<String> passphrase, List<Path> imports);

    void forget(Path recent);
  }

  private final Wishes wishes;
  private final Choosers choosers;
  private final Path workspaces;
  private final Button practice;
  private final VBox column = new VBox(14);
  private final VBox form = new VBox(8);
  private final ScrollPane root = new ScrollPane();

  /// @param workspaces where new ones are proposed
  public StartView(Wishes wishes, Choosers choosers, Path workspaces, List<Path> recent) {
    this.wishes = wishes;
    this.choosers = choosers;
    this.workspaces = workspaces;
    var title = new Label("Umbra");
    title.getStyleClass().add("heading");
    var what = text("Curate DICOM collections so that they can be shared. Everything stays on this machine, and source files are never changed.");
    practice = button("start-practice", "Open the practice collection", "fth-play-circle", wishes::practice);
    practice.setDefaultButton(true);
    var fresh = button("start-new", "New workspace…", "fth-folder-plus", () -> newWorkspace("collection", List.of()));
    var open = button("start-open", "Open workspace…", "fth-folder", () -> choosers.folder("Open a workspace").ifPresent(f -> wishes.open(f, Optional.empty(), List.of())));
    var buttons = new HBox(10, practice, fresh, open);
    form.setVisible(false);
    form.setManaged(false);
    form.getStyleClass().add("card");
    form.setId("start-form");
    column.getChildren().addAll(title, what, buttons, form, drop(), recents(recent));
    column.getStyleClass().add("start");
    column.setMaxWidth(680);
    var outer = new VBox(column);
    outer.setAlignment(Pos.TOP_CENTER);
    root.setContent(outer);
    root.setFitToWidth(true);
    root.getStyleClass().add("plain-scroll");
  }

  public Node node() {
    return root;
  }

  private static Button button(String id, String text, String icon, Runnable run) {
    var button = new Button(text, Look.icon(icon));
    button.setId(id);
    button.setOnAction(_ -> run.run());
    return button;
  }

  private static Label text(String words) {
    var label = new Label(words);
    label.setWrapText(true);
    label.getStyleClass().add("muted");
    return label;
  }

  private static Node drop() {
    var words = new Label("Drop a folder, files or a ZIP archive here");
    words.getStyleClass().add("sub-heading");
    var more = text("DICOMDIR file-sets and files of any name will do. They stay where they are.");
    more.setAlignment(Pos.CENTER);
    var box = new VBox(6, Look.icon("fth-download"), words, more);
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("drop-area");
    return box;
  }

  private Node recents(List<Path> recent) {
    var box = new VBox(2);
    if (recent.isEmpty()) return box;
    var heading = new Label("RECENT WORKSPACES");
    heading.getStyleClass().add("section");
    box.getChildren().add(heading);
    for (var path : recent) {
      var link = new Hyperlink(String.valueOf(path.getFileName()));
      link.setOnAction(_ -> wishes.open(path, Optional.empty(), List.of()));
      var where = text(String.valueOf(path.getParent()));
      where.setWrapText(false);
      where.setMinWidth(0);
      HBox.setHgrow(where, Priority.ALWAYS);
      where.setMaxWidth(Double.MAX_VALUE);
      var forget = new Button("", Look.icon("fth-x"));
      forget.getStyleClass().add("flat");
      forget.setAccessibleText("Take " + path.getFileName() + " off the list");
      var row = new HBox(8, link, where, forget);
      row.setAlignment(Pos.CENTER_LEFT);
      forget.setOnAction(_ -> {
        wishes.forget(path);
        box.getChildren().remove(row);
      });
      box.getChildren().add(row);
    }
    return box;
  }

  /// @param main what Enter does while the form is there
  private void showForm(Button main, Node... rows) {
    practice.setDefaultButton(false);
    main.setDefaultButton(true);
    form.getChildren().setAll(rows);
    form.setVisible(true);
    form.setManaged(true);
  }

  /// Leaves the form as if nobody had asked for it.
  private Button cancel() {
    var cancel = new Button("Cancel");
    cancel.setId("start-cancel");
    cancel.setCancelButton(true);
    cancel.setOnAction(_ -> {
      form.getChildren().clear();
      form.setVisible(false);
      form.setManaged(false);
      practice.setDefaultButton(true);
      practice.requestFocus();
    });
    return cancel;
  }

  /// Asks where a new workspace goes, and whether it is encrypted.
  public void newWorkspace(String name, List<Path> imports) {
    var place = new TextField(workspaces.resolve(name).toString());
    place.setId("start-place");
    place.setAccessibleText("Folder of the new workspace");
    HBox.setHgrow(place, Priority.ALWAYS);
    var choose = new Button("Choose…");
    choose.setOnAction(_ -> choosers.folder("Folder for the workspace").ifPresent(f -> place.setText(f.toString())));
    var first = password("start-passphrase", "Passphrase (leave empty for none)");
    var again = password("start-again", "The same again");
    var problem = new Label();
    problem.getStyleClass().add("problem");
    var make = button("start-make", imports.isEmpty() ? "Make workspace" : "Make workspace and import", "fth-check", () -> {
      if (place.getText().isBlank()) problem.setText("Name a folder.");
      else if (!first.getText().equals(again.getText())) problem.setText("The two passphrases differ.");
      else wishes.open(Path.of(place.getText().strip()), Optional.of(first.getText()).filter(p -> !p.isEmpty()), imports);
    });
    showForm(make, new Label(imports.isEmpty() ? "New workspace" : "Import into a new workspace"), new HBox(8, place, choose), new HBox(8, first, again),
        text("A workspace holds identifying values: treat its folder like the images. A lost passphrase cannot be recovered."), new HBox(8, make, cancel(), problem));
    place.requestFocus();
  }

  /// Asks for the passphrase of an encrypted workspace.
  public void askPassphrase(Path workspace, String why, List<Path> imports) {
    var field = password("start-passphrase", "Passphrase");
    var open = button("start-unlock", "Open", "fth-unlock", () -> wishes.open(workspace, Optional.of(field.getText()), imports));
    showForm(open, new Label(workspace.getFileName() + " is encrypted"), text(why), new HBox(8, field, open, cancel()));
    field.requestFocus();
  }

  private static PasswordField password(String id, String prompt) {
    var field = new PasswordField();
    field.setId(id);
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }
}
