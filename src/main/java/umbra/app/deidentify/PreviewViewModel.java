package umbra.app.deidentify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import umbra.catalog.InstanceRow;
import umbra.deid.Action;
import umbra.deid.Facts;
import umbra.deid.Planner;
import umbra.deid.profile.ProfileStore;
import umbra.deid.rule.Profile;
import umbra.deid.value.KeyedPseudonyms;
import umbra.deid.value.PatientNaming;
import umbra.deid.value.ProjectKey;
import umbra.dicom.DataSet;
import umbra.dicom.TagPath;
import umbra.dicom.dict.TagPaths;
import umbra.job.JobRunner;
import umbra.job.JobState;
import umbra.words.Counts;
import umbra.workspace.curate.Curation;
import umbra.workspace.header.ElementText;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// What a profile does to the instance in front. Pseudonyms are made with a trial key: an export has others.
public final class PreviewViewModel {
  /// One element that does not simply stay.
  ///
  /// @param why the rule with its code, the Type of the Attribute and what comes of it
  public record Row(TagPath where, String name, String before, String after, String action, String rule, String why) {}

  private final SourceFiles files;
  private final ProfileStore profiles;
  private final UnaryOperator<Profile> switched;
  private final Curation curation;
  private final JobRunner runner;
  private final ObservableList<String> names = FXCollections.observableArrayList();
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Map<TagPath, Row>> byPlace = new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("Choose a profile");
  private Optional<String> profile = Optional.empty();
  private Optional<InstanceRow> current = Optional.empty();
  private long wanted;

  /// @param switched a profile with the options that were chosen for this workspace
  public PreviewViewModel(SourceFiles files, ProfileStore profiles, UnaryOperator<Profile> switched, Curation curation, JobRunner runner) {
    this.files = files;
    this.profiles = profiles;
    this.switched = switched;
    this.curation = curation;
    this.runner = runner;
    reload();
  }

  /// Reads which profiles there are.
  public void reload() {
    runner.<List<String>>start("Reading the profiles", _ -> List.copyOf(profiles.files().keySet()), state -> {
      if (state instanceof JobState.Succeeded<List<String>>(var found) && !found.equals(names)) names.setAll(found);
    });
  }

  public ObservableList<String> names() {
    return names;
  }

  public ObservableList<Row> rows() {
    return rows;
  }

  public ReadOnlyObjectProperty<Map<TagPath, Row>> byPlace() {
    return byPlace.getReadOnlyProperty();
  }

  /// Counts, or why there are none.
  public ReadOnlyStringProperty said() {
    return said.getReadOnlyProperty();
  }

  public void choose(String name) {
    profile = Optional.of(name);
    plan();
  }

  public void follow(Optional<InstanceRow> instance) {
    current = instance;
    plan();
  }

  private void plan() {
    long mine = ++wanted;
    if (profile.isEmpty()) return;
    if (current.isEmpty()) {
      take(List.of(), "No instance is in front");
      return;
    }
    var name = profile.get();
    var row = current.get();
    runner.<List<Row>>start("Planning one instance", _ -> rows(name, row), state -> {
      if (mine != wanted) return;
      switch (state) {
        case JobState.Succeeded<List<Row>>(var found) -> take(found, Counts.of(found.size(), "element changes", "elements change") + "; pseudonyms are made with a trial key");
        case JobState.Failed<List<Row>>(var cause) -> take(List.of(), cause instanceof IOException ? String.valueOf(cause.getMessage()) : "This instance cannot be planned");
        case JobState.Waiting<List<Row>> _, JobState.Running<List<Row>> _, JobState.Cancelled<List<Row>> _ -> {}
      }
    });
  }

  private void take(List<Row> found, String text) {
    rows.setAll(found);
    var places = new HashMap<TagPath, Row>();
    for (var row : found) places.put(row.where(), row);
    byPlace.set(Map.copyOf(places));
    said.set(text);
  }

  private List<Row> rows(String name, InstanceRow row) throws Exception {
    var planner = new Planner(switched.apply(profiles.profile(name)), new KeyedPseudonyms(ProjectKey.of(new byte[ProjectKey.SHORTEST]), new PatientNaming.Keyed("TRIAL-"), Map.of(), false));
    try (var file = files.openHeader(new SourcePlace(Path.of(row.path()), row.member()))) {
      var plan = planner.plan(file.dataSet(), new Facts(curation.textDecisions(), Facts.Pixels.NOT_LOOKED_AT, Facts.Pixels.NOT_LOOKED_AT));
      var found = new ArrayList<Row>();
      for (var decision : plan.decisions()) {
        var word = word(decision.action());
        if (word.isEmpty()) continue;
        found.add(new Row(decision.where(), TagPaths.print(decision.where()), value(plan.source(), decision.where()), value(plan.result(), decision.where()), word, decision.rule().text(), why(planner, plan.source(), decision.where())));
      }
      return found;
    }
  }

  private static String why(Planner planner, DataSet source, TagPath where) {
    var why = planner.explain(source, where);
    return why.code() + " by " + why.rule() + " · Type " + why.type() + " · " + why.effect();
  }

  private static String word(Action action) {
    return switch (action) {
      case Action.Keep _, Action.Within _ -> "";
      case Action.Remove _ -> "remove";
      case Action.Empty _ -> "empty";
      case Action.Replace(_, boolean cleaned) -> cleaned ? "clean" : "replace";
      case Action.Add _ -> "add";
    };
  }

  private static String value(DataSet dataSet, TagPath where) {
    var place = Optional.of(dataSet);
    for (var step : where.items()) place = place.map(d -> d.items(step.sequence())).filter(i -> step.item() < i.size()).map(i -> i.get(step.item()));
    return place.flatMap(d -> d.find(where.tag()).map(e -> ElementText.value(e, d.characterSets()))).orElse("");
  }
}
