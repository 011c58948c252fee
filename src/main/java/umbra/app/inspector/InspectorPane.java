package umbra.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import umbra.app.action.Action;
import umbra.app.page.SidePane;
import umbra.catalog.InstanceRow;
import umbra.workspace.header.RowCopy;
import umbra.workspace.source.SourcePlace;

/// The inspector as the window places it: tabs for the header, its series, and what others add.
public final class InspectorPane implements SidePane {
  private final InspectorViewModel header;
  private final SeriesViewModel series;
  private final HeaderPane headerPane;
  private final TabPane tabs = new TabPane();
  private final List<Consumer<Optional<InstanceRow>>> followers = new ArrayList<>();

  public InspectorPane(InspectorViewModel header, SeriesViewModel series) {
    this.header = header;
    this.series = series;
    headerPane = new HeaderPane(header);
    tabs.getStyleClass().add("inspector");
    tabs.getStylesheets().add(InspectorPane.class.getResource("/umbra/app/inspector/inspector.css").toExternalForm());
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setMinWidth(260);
    addTab("Header", headerPane);
    addTab("Varies", SeriesPanes.varies(series));
    var compare = addTab("Compare", SeriesPanes.compare(series));
    compare.selectedProperty().subscribe(series::comparisonShown);
  }

  /// Adds a tab behind the others, such as the text of an object.
  public Tab addTab(String title, Node content) {
    var tab = new Tab(title, content);
    tabs.getTabs().add(tab);
    return tab;
  }

  /// Tells others, too, what is in front.
  public void addFollower(Consumer<Optional<InstanceRow>> follower) {
    followers.add(follower);
  }

  /// What the header shows, for those who add a column to it.
  public InspectorViewModel header() {
    return header;
  }

  /// Shows a file that could not be read: the reason, the place and the bytes around it.
  public void showFile(SourcePlace place) {
    tabs.getSelectionModel().selectFirst();
    header.showFile(place);
  }

  @Override
  public String title() {
    return "Inspector";
  }

  @Override
  public Node node() {
    return tabs;
  }

  @Override
  public void follow(Optional<InstanceRow> current) {
    header.show(current);
    series.show(current);
    followers.forEach(f -> f.accept(current));
  }

  @Override
  public List<Action> actions() {
    var table = headerPane.table();
    return List.of(
        action("inspector.find", "Find in the header", "Search names, keywords, tags and values", List.of("Shortcut+F"), () -> {
          tabs.getSelectionModel().selectFirst();
          headerPane.find();
        }),
        action("inspector.next", "Next hit", "Go to the next hit in the header", List.of("F3"), () -> header.nextHit(true)),
        action("inspector.previous", "Hit before", "Go to the hit before in the header", List.of("Shift+F3"), () -> header.nextHit(false)),
        action("inspector.json", "Copy lines as JSON", "Copy the selected lines as DICOM JSON", List.of(), () -> table.copy(RowCopy::json)),
        action("inspector.path", "Copy tag paths", "Copy the places of the selected lines", List.of(), () -> table.copy(RowCopy::paths)),
        action("inspector.varies", "Show what varies in the series", "List attributes with more than one value in this series", List.of(), () -> {
          tabs.getSelectionModel().select(1);
          series.count();
        }),
        action("inspector.hold", "Hold this image to compare", "Compare the header of this image with those shown next", List.of(), () -> {
          series.hold();
          tabs.getSelectionModel().select(2);
        }));
  }

  private static Action action(String id, String text, String hint, List<String> keys, Runnable run) {
    return new Action(id, "Inspector", text, hint, keys, Optional.empty(), new SimpleBooleanProperty(true), run);
  }
}
