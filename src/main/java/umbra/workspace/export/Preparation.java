package umbra.workspace.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import umbra.catalog.CollectionFilter;
import umbra.catalog.InstanceRow;
import umbra.catalog.SeriesRow;
import umbra.catalog.decision.GateKind;
import umbra.catalog.decision.SeriesVerdicts;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.Findings;
import umbra.catalog.finding.Severity;
import umbra.deid.Facts;
import umbra.deid.Plan;
import umbra.deid.Planner;
import umbra.deid.Remark;
import umbra.deid.rule.ProfileOption;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.dicom.Tag;
import umbra.dicom.Text;
import umbra.dicom.dict.UidNames;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.object.ObjectText;
import umbra.verify.Identifier;
import umbra.verify.IdentifierKind;
import umbra.verify.Identifiers;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Curation;
import umbra.workspace.curate.Subjects;
import umbra.workspace.scan.Scan;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;
import umbra.workspace.tally.PlanTally;

/// Looks through all headers before anything is written: what the profile would do, and what is still open.
public final class Preparation {
  private static final int BATCH = 256;
  private static final int PAGE = 500;
  private static final Tag REFERENCED_SOP_INSTANCE = Tag.of(0x0008, 0x1155);
  /// A person settles them a few at a time; the rest are counted.
  private static final int MOST_PLACES = 500;
  private static final String RELEASE = "release";

  private final Workspace workspace;
  private final SourceFiles files;
  private final ComputePool pool;
  private final ObjectText objects;
  private final Curation curation;

  /// @param objects the families that Umbra understands beside images
  public Preparation(Workspace workspace, SourceFiles files, ComputePool pool, ObjectText objects, Curation curation) {
    this.workspace = workspace;
    this.files = files;
    this.pool = pool;
    this.objects = objects;
    this.curation = curation;
  }

  public Prepared run(Terms terms, JobContext context) {
    return new Run(terms).go(context);
  }

  /// One look.
  private final class Run {
    private final Subjects subjects = new Subjects(workspace, curation);
    private final Map<Long, Long> persons = subjects.rowsByPerson();
    private final Planner planner;
    private final Facts facts;
    private final Map<Long, String> verdicts = SeriesVerdicts.of(workspace.catalog());
    private final Map<Gate.Kind, AtomicLong> open = new TreeMap<>();
    private final Map<Long, String> withheld = new HashMap<>();
    private final Map<Long, Set<Identifier>> known = new HashMap<>();
    private final PlanTally tally = new PlanTally();
    private final List<Prepared.Open> places = new ArrayList<>();
    private final Map<String, Long> sopClasses = new TreeMap<>();
    private final List<Prepared.Leaving> leaving = new ArrayList<>();
    private final Set<String> undecided = new HashSet<>();
    private final Map<Long, Set<String>> references = new LinkedHashMap<>();
    private final boolean pixels;

    Run(Terms terms) {
      planner = new Planner(terms.profile(), subjects.pseudonyms(terms.key(), terms.naming(), terms.wholeWeeks()));
      facts = new Facts(curation.textDecisions(), Facts.Pixels.NOT_LOOKED_AT, Facts.Pixels.NOT_LOOKED_AT);
      pixels = terms.profile().has(ProfileOption.CLEAN_PIXEL_DATA);
      for (var kind : Gate.Kind.values()) open.put(kind, new AtomicLong());
    }

    Prepared go(JobContext context) {
      long total = workspace.catalog().collection().totals().instances();
      var candidates = new ArrayList<Prepared.Leaving>();
      eachSeries((series, subject) -> candidates.addAll(series(series, subject)));
      for (int from = 0; from < candidates.size(); from += BATCH) {
        context.checkCancelled();
        headers(candidates.subList(from, Math.min(candidates.size(), from + BATCH)));
        context.progress(Math.min(from + BATCH, total), total);
      }
      dangling();
      subjects.doubts().forEach((number, words) -> open(Gate.Kind.SUBJECTS, 1, 0, 0, "subject " + number + ": " + words));
      var passed = GateKind.passed(workspace.catalog());
      var gates = open.entrySet().stream().filter(e -> e.getValue().get() > 0).map(e -> new Gate(e.getKey(), e.getValue().get(), passed.getOrDefault(e.getKey().word(), ""))).toList();
      return new Prepared(planner, List.copyOf(leaving), known, withheld, tally.sum(), gates, List.copyOf(places), sopClasses);
    }

    private void eachSeries(java.util.function.BiConsumer<SeriesRow, Long> work) {
      var collection = workspace.catalog().collection();
      java.util.Optional<umbra.catalog.SubjectRow> after = java.util.Optional.empty();
      for (var page = collection.subjects(CollectionFilter.ALL, after, PAGE); !page.isEmpty(); page = collection.subjects(CollectionFilter.ALL, after, PAGE)) {
        for (var subject : page) {
          for (var study : collection.studies(subject.id(), CollectionFilter.ALL)) {
            for (var series : collection.series(study.id(), CollectionFilter.ALL)) work.accept(series, persons.getOrDefault(subject.id(), subject.id()));
          }
        }
        after = java.util.Optional.of(page.getLast());
      }
    }

    /// Who of a series may leave by what was decided.
    private List<Prepared.Leaving> series(SeriesRow series, long subject) {
      var verdict = verdicts.getOrDefault(series.id(), "");
      var instances = workspace.catalog().collection().instances(series.id());
      if (verdict.startsWith("withhold")) {
        instances.forEach(i -> withheld.put(i.id(), "withheld by verdict"));
        return List.of();
      }
      if (!verdict.startsWith(RELEASE)) {
        open(Gate.Kind.VERDICTS, 1, series.id(), 0, name(series) + ": " + (verdict.isEmpty() ? "no verdict" : "unsure"));
        if (series.noted() > 0) open(Gate.Kind.NOTES, series.noted(), series.id(), 0, name(series) + ": notes on " + series.noted());
      }
      var findings = new Findings(workspace.catalog());
      var undone = new HashSet<Long>();
      for (var row : findings.ofSeries(series.id())) {
        if (row.finding().severity() == Severity.HARMLESS || row.state() != FindingState.OPEN && row.state() != FindingState.UNSURE) continue;
        open(Gate.Kind.FINDINGS, 1, series.id(), row.instance(), name(series) + ": " + row.state().name().toLowerCase(java.util.Locale.ROOT) + " finding");
        undone.add(row.instance());
      }
      var list = new ArrayList<Prepared.Leaving>();
      for (var instance : instances) {
        if (instance.variant() > 1) {
          withheld.put(instance.id(), "another instance has the same SOP Instance UID");
          open(Gate.Kind.VARIANTS, 1, series.id(), instance.id(), name(series) + ": instance " + instance.number());
          continue;
        }
        boolean looked = instance.hasPixels() && findings.engine(instance.id(), Scan.TEXT).isPresent();
        if (pixels && instance.hasPixels() && !looked) open(Gate.Kind.NOT_LOOKED_AT, 1, series.id(), instance.id(), name(series) + ": instance " + instance.number());
        list.add(new Prepared.Leaving(instance, subject, looked && !undone.contains(instance.id())));
      }
      return list;
    }

    private void open(Gate.Kind kind, long more, long series, long instance, String where) {
      if (open.get(kind).getAndAdd(more) < MOST_PLACES) places.add(new Prepared.Open(kind, series, instance, where));
    }

    private static String name(SeriesRow series) {
      return (series.modality() + " " + series.description()).strip() + " (series " + series.id() + ")";
    }

    /// Reads headers by several threads and takes in what they say one after the other.
    private void headers(List<Prepared.Leaving> batch) {
      var seen = new Seen[batch.size()];
      pool.forEach(batch.size(), i -> seen[i] = look(batch.get(i).row()));
      for (int i = 0; i < seen.length; i++) take(batch.get(i), seen[i]);
    }

    private Seen look(InstanceRow row) {
      try (var file = files.openHeader(new SourcePlace(Path.of(row.path()), row.member()))) {
        var plan = planner.plan(file.dataSet(), facts);
        var identifiers = new Identifiers();
        identifiers.add(file.dataSet());
        return new Seen.Read(tally.look(row, plan), texts(plan), has(plan, Remark.Kind.UNRECOGNISED),
            identifiers.all().stream().filter(x -> x.kind() != IdentifierKind.UID).collect(Collectors.toSet()), Preparation.references(file), row.hasPixels() || objects.reads(file));
      } catch (IOException _) {
        return new Seen.Lost("the file cannot be read now");
      } catch (umbra.deid.value.UnnamedSubjectException _) {
        return new Seen.Lost("its subject has no new name");
      }
    }

    private void take(Prepared.Leaving candidate, Seen seen) {
      switch (seen) {
        case Seen.Lost(var reason) -> {
          withheld.put(candidate.row().id(), reason);
          open(Gate.Kind.SOURCES, 1, candidate.row().seriesId(), candidate.row().id(), candidate.row().path() + ": " + reason);
        }
        case Seen.Read read -> {
          var row = candidate.row();
          tally.add(read.tally());
          for (var text : read.texts()) if (undecided.add(text)) open(Gate.Kind.TEXTS, 1, row.seriesId(), row.id(), text.replace('\n', ' '));
          if (read.unrecognised()) open(Gate.Kind.UNRECOGNISED, 1, row.seriesId(), row.id(), row.path());
          if (!read.understood()) open(Gate.Kind.OBJECTS, 1, row.seriesId(), row.id(), UidNames.standard().name(row.sopClassUid()).orElse(row.sopClassUid()) + ": " + row.path());
          known.computeIfAbsent(candidate.subject(), _ -> new HashSet<>()).addAll(read.identifiers());
          references.put(candidate.row().id(), read.references());
          sopClasses.merge(candidate.row().sopClassUid(), 1L, Long::sum);
          leaving.add(candidate);
        }
      }
    }

    /// A reference to an instance of this collection that stays here would dangle where it did not before.
    private void dangling() {
      if (withheld.isEmpty()) return;
      var staying = new HashSet<String>();
      for (var id : withheld.keySet()) workspace.catalog().collection().findInstance(id).ifPresent(i -> staying.add(i.sopInstanceUid()));
      for (var row : leaving) staying.remove(row.row().sopInstanceUid());
      var broken = new HashSet<String>();
      for (var row : leaving) {
        for (var uid : references.get(row.row().id())) {
          if (staying.contains(uid) && broken.add(uid)) open(Gate.Kind.REFERENCES, 1, row.row().seriesId(), row.row().id(), row.row().path() + " speaks of one that stays");
        }
      }
    }
  }

  private sealed interface Seen {
    record Lost(String reason) implements Seen {}

    record Read(PlanTally.One tally, Set<String> texts, boolean unrecognised, Set<Identifier> identifiers, Set<String> references,
        boolean understood) implements Seen {}
  }

  /// A text counts once for the collection, wherever it stands.
  private static Set<String> texts(Plan plan) {
    var texts = new HashSet<String>();
    for (var remark : plan.remarks()) {
      if (remark.kind() != Remark.Kind.UNDECIDED_TEXT) continue;
      var home = plan.source();
      for (var step : remark.where().items()) home = step.item() < home.items(step.sequence()).size() ? home.items(step.sequence()).get(step.item()) : DataSet.EMPTY;
      var place = home;
      place.find(remark.where().tag()).ifPresent(e -> texts.add(remark.where().tag() + "\n" + String.join("\n", Text.values(e, place.characterSets()))));
    }
    return texts;
  }

  private static boolean has(Plan plan, Remark.Kind kind) {
    return plan.remarks().stream().anyMatch(r -> r.kind() == kind);
  }

  private static Set<String> references(DicomFile file) {
    var found = new HashSet<String>();
    collect(file.dataSet(), found);
    return found;
  }

  private static void collect(DataSet dataSet, Set<String> found) {
    for (var element : dataSet) for (var item : element.items()) collect(item, found);
    dataSet.text(REFERENCED_SOP_INSTANCE).map(String::strip).filter(u -> !u.isEmpty()).ifPresent(found::add);
  }
}
