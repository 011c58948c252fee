package umbra.app.deidentify.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import umbra.app.deidentify.work.ReleaseWork;
import umbra.deid.Planner;
import umbra.deid.rule.Profile;
import umbra.deid.value.KeyedPseudonyms;
import umbra.deid.value.PatientNaming;
import umbra.deid.value.ProjectKey;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.TagPath;
import umbra.dicom.Tags;
import umbra.dicom.VR;
import umbra.dicom.dict.Dictionary;
import umbra.dicom.dict.TagPaths;

/// Answers for any element: which rule holds in the chosen profile, and where it comes from.
public final class RulesViewModel {
  private static final int MOST = 200;
  /// CT: its IOD has what most images have.
  private static final String USUAL = "1.2.840.10008.5.1.4.1.1.2";
  private static final Pattern OWN_RULE = Pattern.compile("(?:rule|line) (\\d+)");

  private final ReleaseWork work;
  private final ProfilesViewModel profiles;
  private final StringProperty query = new SimpleStringProperty("");
  private final StringProperty sopClass = new SimpleStringProperty(USUAL);
  private final ObservableList<RuleRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private long wanted;

  public RulesViewModel(ReleaseWork work, ProfilesViewModel profiles) {
    this.work = work;
    this.profiles = profiles;
    query.subscribe(this::search);
    sopClass.subscribe(this::search);
    profiles.effective().subscribe(this::search);
  }

  /// A keyword, a name, a Tag, or a path of Tags.
  public StringProperty query() {
    return query;
  }

  /// UID of the SOP Class asked about: the Type of an Attribute decides between X, Z and D.
  public StringProperty sopClass() {
    return sopClass;
  }

  public ObservableList<RuleRow> rows() {
    return rows;
  }

  public ReadOnlyStringProperty said() {
    return said.getReadOnlyProperty();
  }

  private void search() {
    long mine = ++wanted;
    var text = query.get().strip();
    var profile = profiles.effective().get();
    if (profile.isEmpty() || text.isEmpty()) {
      rows.clear();
      said.set(profile.isEmpty() ? "Choose a profile first" : "");
      return;
    }
    var uid = sopClass.get();
    work.quietly("Looking for rules", _ -> rules(profile.get(), text, uid), found -> {
      if (mine != wanted) return;
      rows.setAll(found);
      said.set(found.isEmpty() ? "No element of the dictionary fits" : found.size() == MOST ? "The first " + MOST + " that fit" : found.size() + (found.size() == 1 ? " element" : " elements"));
    });
  }

  private static List<RuleRow> rules(Profile profile, String text, String uid) throws java.security.InvalidKeyException {
    var planner = new Planner(profile, new KeyedPseudonyms(ProjectKey.of(new byte[ProjectKey.SHORTEST]), PatientNaming.KEYED, Map.of(), false));
    var home = DataSet.of(DataElement.ofAscii(Tags.SOP_CLASS_UID, VR.UI, uid));
    var found = new ArrayList<RuleRow>();
    for (var where : path(text).map(Stream::of).orElseGet(() -> named(text)).limit(MOST).toList()) {
      var why = planner.explain(home, where);
      var line = OWN_RULE.matcher(why.rule().text());
      found.add(new RuleRow(where.toString(), TagPaths.print(where), why.code().toString(), why.effect(), why.rule().text(), why.type(), line.find() ? Integer.parseInt(line.group(1)) : 0));
    }
    return found;
  }

  private static Optional<TagPath> path(String text) {
    try {
      var path = TagPaths.parse(text);
      return Optional.of(path);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Stream<TagPath> named(String text) {
    var words = text.toLowerCase(Locale.ROOT).split("\\s+");
    return Dictionary.standard().entries().filter(e -> !e.pattern().contains("x") && Stream.of(words).allMatch(w -> (e.keyword() + " " + e.name() + " " + e.pattern()).toLowerCase(Locale.ROOT).contains(w)))
        .flatMap(e -> Dictionary.standard().ofKeyword(e.keyword()).stream()).map(TagPath::of);
  }

}
