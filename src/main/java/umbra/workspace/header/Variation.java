package umbra.workspace.header;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import umbra.catalog.InstanceRow;
import umbra.dicom.DataSet;
import umbra.dicom.TagPath;
import umbra.dicom.Value;
import umbra.job.Job;
import umbra.job.JobContext;
import umbra.workspace.header.HeaderNode.Element;
import umbra.workspace.header.HeaderNode.Key;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// What varies over the instances of a series: attributes with more than one value, a missing one counting as a value.
///
/// Headers are read one after the other and let go. For Sequences only the first Items are looked at; see [#MOST_ITEMS].
/// [#rows] may be asked by another thread while the counting goes on.
public final class Variation implements Job<Integer> {
  /// Items of a Sequence that are looked into; its number of Items is compared in any case.
  public static final int MOST_ITEMS = 16;
  /// Different values of an attribute that are kept; more are only counted.
  public static final int MOST_VALUES = 1000;
  public static final String ABSENT = "(absent)";

  /// One value of an attribute and the instances that have it, as indices from 0 into the list that was given.
  public record Occurrence(String value, List<Integer> instances) {}

  /// @param values most frequent first
  /// @param further instances whose values are not among the first [#MOST_VALUES]
  public record Row(TagPath path, String name, String vr, List<Occurrence> values, int further) {}

  private static final class Tally {
    final String name;
    final String vr;
    final Map<String, BitSet> values = new LinkedHashMap<>();
    final BitSet present = new BitSet();
    int further;

    Tally(String name, String vr) {
      this.name = name;
      this.vr = vr;
    }
  }

  private final SourceFiles files;
  private final List<InstanceRow> instances;
  private final Map<TagPath, Tally> tallies = new TreeMap<>(Variation::byPlace);
  private final List<Integer> unreadable = new ArrayList<>();
  private final BitSet read = new BitSet();

  public Variation(SourceFiles files, List<InstanceRow> instances) {
    this.files = files;
    this.instances = List.copyOf(instances);
  }

  public List<InstanceRow> instances() {
    return instances;
  }

  private static int byPlace(TagPath a, TagPath b) {
    for (int i = 0; i < Math.min(a.items().size(), b.items().size()); i++) {
      int bySequence = a.items().get(i).sequence().compareTo(b.items().get(i).sequence());
      if (bySequence != 0) return bySequence;
      int byItem = Integer.compare(a.items().get(i).item(), b.items().get(i).item());
      if (byItem != 0) return byItem;
    }
    if (a.items().size() == b.items().size()) return a.tag().compareTo(b.tag());
    boolean aShorter = a.items().size() < b.items().size();
    var tag = aShorter ? b.items().get(a.items().size()).sequence() : a.items().get(b.items().size()).sequence();
    int order = aShorter ? a.tag().compareTo(tag) : tag.compareTo(b.tag());
    return order != 0 ? order : aShorter ? -1 : 1;
  }

  /// Reads all headers.
  ///
  /// @return how many could be read
  @Override
  public Integer run(JobContext context) {
    for (int i = 0; i < instances.size(); i++) {
      context.checkCancelled();
      count(i);
      context.progress(i + 1, instances.size());
    }
    return read.cardinality();
  }

  private void count(int index) {
    var row = instances.get(index);
    try (var file = files.openHeader(new SourcePlace(java.nio.file.Path.of(row.path()), row.member()))) {
      synchronized (this) {
        read.set(index);
        elements(file.fileMeta(), List.of(), index);
        elements(file.dataSet(), List.of(), index);
      }
    } catch (IOException | umbra.io.LostSourceException _) {
      synchronized (this) {
        unreadable.add(index);
      }
    }
  }

  private void elements(DataSet dataSet, List<TagPath.Step> steps, int index) {
    var sets = dataSet.characterSets();
    for (var node : HeaderNode.elements(dataSet, steps)) {
      if (!(node instanceof Element(var element, Key(var path, _, var occurrence), var home)) || occurrence > 0) continue;
      var items = element.items();
      var value = element.value() instanceof Value.Bytes ? ElementText.value(element, sets) : ElementText.length(element);
      var tally = tallies.computeIfAbsent(path, p -> new Tally(ElementText.name(home, p.tag()), element.vr().name()));
      tally.present.set(index);
      if (tally.values.containsKey(value) || tally.values.size() < MOST_VALUES) tally.values.computeIfAbsent(value, _ -> new BitSet()).set(index);
      else tally.further++;
      for (int i = 0; i < Math.min(items.size(), MOST_ITEMS); i++) {
        var below = new ArrayList<>(steps);
        below.add(new TagPath.Step(element.tag(), i));
        elements(items.get(i), below, index);
      }
    }
  }

  /// What varies over the instances read so far, in the order of Tags. An element of an Item that is not there in all
  /// instances varies only together with its Sequence, and has no row of its own.
  public synchronized List<Row> rows() {
    int all = read.cardinality();
    var rows = new ArrayList<Row>();
    tallies.forEach((path, tally) -> {
      int absent = all - tally.present.cardinality();
      int different = tally.values.size() + (tally.further > 0 ? 1 : 0) + (absent > 0 && isExpected(path) ? 1 : 0);
      if (different < 2) return;
      var values = new ArrayList<Occurrence>();
      tally.values.forEach((value, set) -> values.add(new Occurrence(value, set.stream().boxed().toList())));
      if (absent > 0) {
        var without = (BitSet) read.clone();
        without.andNot(tally.present);
        values.add(new Occurrence(ABSENT, without.stream().boxed().toList()));
      }
      values.sort(Comparator.comparingInt((Occurrence o) -> o.instances().size()).reversed());
      rows.add(new Row(path, tally.name, tally.vr, List.copyOf(values), tally.further));
    });
    return rows;
  }

  private boolean isExpected(TagPath path) {
    return path.items().isEmpty();
  }

  /// Attributes looked at so far.
  public synchronized int attributes() {
    return tallies.size();
  }

  /// Instances that could not be read, as indices from 0.
  public synchronized List<Integer> unreadable() {
    return List.copyOf(unreadable);
  }
}
