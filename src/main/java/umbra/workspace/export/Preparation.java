package umbra.workspace.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import umbra.catalog.CollectionFilter;
import umbra.catalog.InstanceRow;
import umbra.catalog.SeriesRow;
import umbra.catalog.decision.SeriesVerdicts;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.Findings;
import umbra.catalog.finding.Severity;
import umbra.catalog.version.ReleasedRow;
import umbra.catalog.version.Versions;
import umbra.deid.Facts;
import umbra.deid.Plan;
import umbra.deid.Planner;
import umbra.deid.Remark;
import umbra.deid.rule.ProfileOption;
import umbra.deid.value.TextDecision;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.dicom.Tags;
import umbra.dicom.Text;
import umbra.dicom.dict.UidNames;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.object.ObjectText;
import umbra.object.document.EncapsulatedDocument;
import umbra.deid.identifier.Identifier;
import umbra.deid.identifier.IdentifierKind;
import umbra.deid.identifier.Identifiers;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Curation;
import umbra.workspace.curate.Passes;
import umbra.workspace.curate.Review;
import umbra.workspace.curate.Subjects;
import umbra.workspace.document.DocumentBoxes;
import umbra.workspace.document.DocumentCleaning;
import umbra.workspace.integrity.Ledger;
import umbra.workspace.integrity.Link;
import umbra.workspace.integrity.Named;
import umbra.workspace.integrity.ReferenceMeter;
import umbra.workspace.scan.Scan;
import umbra.workspace.slide.SlideBoxes;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;
import umbra.workspace.tally.PlanTally;

/// Looks through all headers before anything is written: what the profile would do, and what is still open.
public final class Preparation {
  private static final int BATCH = 256;
  private static final int PAGE = 500;
  /// A person settles them a few at a time; the rest are counted.
  private static final int MOST_PLACES = 500;
  private static final String RELEASE = "release";
  /// Why a source out of reach stays back.
  static final String UNREADABLE = "the file cannot be read now";

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
    private final Terms terms;
    private final long planned = workspace.audit().head().sequence();
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
    private final ReferenceMeter references = new ReferenceMeter();
    private final Ledger ledger = new Ledger();
    private final boolean pixels;
    private final DocumentCleaning documents;
    private final Review review = new Review(workspace, curation);
    private final SlideBoxes slides = new SlideBoxes(workspace, files, review);

    /// Stayed back while the newest version was written, which has not finished, for a reason that is not looked for again here.
    private final Set<Long> lost;

    Run(Terms terms) {
      this.terms = terms;
      var versions = new Versions(workspace.catalog());
      lost = versions.all().stream().reduce((_, newer) -> newer).filter(v -> !v.isFinished()).stream()
          .flatMap(v -> versions.released(v.id()).values().stream()).filter(r -> !r.isWritten() && !r.reason().equals(UNREADABLE)).map(ReleasedRow::instance).collect(Collectors.toSet());
      planner = new Planner(terms.profile(), subjects.pseudonyms(terms.key(), terms.naming(), terms.wholeWeeks()));
      facts = new Facts(curation.textDecisions(), Facts.Pixels.NOT_LOOKED_AT, Facts.Pixels.NOT_LOOKED_AT);
      documents = new DocumentCleaning(planner, facts.texts());
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
      staying();
      broken();
      subjects.doubts().forEach((number, words) -> open(Gate.Kind.SUBJECTS, 1, 0, 0, "subject " + number + ": " + words));
      others();
      var passed = Passes.of(workspace);
      var gates = open.entrySet().stream().filter(e -> e.getValue().get() > 0).map(e -> new Gate(e.getKey(), e.getValue().get(), passed.getOrDefault(e.getKey().word(), ""))).toList();
      return new Prepared(planner, List.copyOf(leaving), known, withheld, tally.sum(), gates, List.copyOf(places), sopClasses, references, ledger, planned);
    }

    private void others() {
      var changed = new FormerIdentities(workspace, terms).changed(leaving);
      if (changed.isEmpty()) return;
      var numbers = subjects.all().stream().collect(Collectors.toMap(p -> p.row().id(), Subjects.Person::number));
      changed.forEach((version, all) -> all.forEach(s -> open(Gate.Kind.IDENTITY, 1, 0, 0, "subject #" + numbers.get(s) + ": left as another person, or with other dates or UIDs, in version " + version)));
    }

    private void eachSeries(java.util.function.BiConsumer<SeriesRow, Long> work) {
      var collection = workspace.catalog().collection();
      java.util.Optional<umbra.catalog.SubjectRow> after = java.util.Optional.empty();
      for (var page = collection.subjects(CollectionFilter.ALL, after, PAGE); !page.isEmpty(); page = collection.subjects(CollectionFilter.ALL, after, PAGE)) {
        for (var subject : page) {
          for (var study : collection.studies(subject.id(), CollectionFilter.ALL)) {
            for (var series : collection.series(study.id(), CollectionFilter.ALL)) work.accept(series, subject.id());
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
      var struckOut = slides.struckOut(instances);
      for (var row : findings.ofSeries(series.id())) {
        if (struckOut.contains(row.instance())) continue; // nothing of what was seen there will be left
        if (row.finding().severity() == Severity.HARMLESS || row.state() != FindingState.OPEN && row.state() != FindingState.UNSURE) continue;
        if (!(DocumentBoxes.byValue(row, facts.texts()) instanceof TextDecision.Undecided)) continue;
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
        if (pixels && instance.hasPixels() && !looked && !struckOut.contains(instance.id())) open(Gate.Kind.NOT_LOOKED_AT, 1, series.id(), instance.id(), name(series) + ": instance " + instance.number());
        list.add(new Prepared.Leaving(instance, persons.getOrDefault(subject, subject), looked && !undone.contains(instance.id()), new Prepared.As(subject, "", "")));
      }
      return list;
    }

    private void open(Gate.Kind kind, long more, long series, long instance, String where) {
      if (open.get(kind).getAndAdd(more) < MOST_PLACES) places.add(new Prepared.Open(kind, series, instance, where));
    }

    private static String name(SeriesRow series) {
      return (series.modality() + " " + series.description()).strip() + " (series " + series.id() + ")";
    }

    /// Cleans a document as the export will, and throws the copy away.
    private DocumentLook document(InstanceRow row, DicomFile file) {
      if (!file.dataSet().contains(EncapsulatedDocument.DOCUMENT)) return DocumentLook.NONE;
      return switch (documents.of(file.dataSet(), DocumentBoxes.of(review, facts.texts(), row.seriesId(), row.id()), DocumentBoxes.isLookedAt(review, facts.texts(), row.id()))) {
        case DocumentCleaning.Outcome.AsTheProfileSays _ -> DocumentLook.NONE;
        case DocumentCleaning.Outcome.Failed(var reason) -> new DocumentLook(Set.of(), reason, false);
        case DocumentCleaning.Outcome.Cleaned(_, _, var undecided) -> new DocumentLook(undecided, "", true);
      };
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
        var document = document(row, file);
        return new Seen.Read(tally.look(row, plan), document.with(texts(plan)), has(plan, Remark.Kind.UNRECOGNISED),
            Identifiers.of(file.dataSet()).stream().filter(x -> x.kind() != IdentifierKind.UID).collect(Collectors.toSet()), row.hasPixels() || objects.reads(file), document.fault(),
            plan.result().text(Tags.PATIENT_ID).orElse(""), plan.result().text(Tags.SOP_INSTANCE_UID).orElse(""), new Ties(Named.of(plan.source()), Named.of(plan.result()), Link.between(plan.source(), plan.result())), isCleaned(row, file) || document.isCleaned());
      } catch (IOException _) {
        return new Seen.Lost(UNREADABLE);
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
          if (!read.documentFault().isEmpty()) open(Gate.Kind.DOCUMENTS, 1, row.seriesId(), row.id(), row.path() + ": " + read.documentFault());
          known.computeIfAbsent(candidate.subject(), _ -> new HashSet<>()).addAll(read.identifiers());
          references.add(row.id(), read.ties().before(), read.ties().after(), read.ties().links());
          sopClasses.merge(candidate.row().sopClassUid(), 1L, Long::sum);
          ledger.add(row.id(), row.sopClassUid(), state(candidate, read));
          leaving.add(candidate.as(new Prepared.As(candidate.as().subject(), read.patientId().strip(), read.sop().strip())));
        }
      }
    }

    private Ledger.State state(Prepared.Leaving candidate, Seen.Read read) {
      if (read.cleaned()) return Ledger.State.CLEANED;
      if (!read.understood()) return Ledger.State.UNKNOWN;
      boolean isOpen = candidate.row().hasPixels() ? !candidate.looked() : !read.texts().isEmpty();
      return isOpen ? Ledger.State.SHOWN : Ledger.State.INSPECTED;
    }

    private boolean isCleaned(InstanceRow row, DicomFile file) {
      return row.hasPixels() && (!review.boxes(row.seriesId(), row.id()).isEmpty() || slides.isStruckOut(row, file.dataSet()));
    }

    private void staying() {
      var collection = workspace.catalog().collection();
      for (var id : withheld.keySet()) {
        var row = collection.findInstance(id);
        if (row.isEmpty()) continue;
        references.addStaying(id, Named.unread(row.get().sopInstanceUid(), collection.findSeries(row.get().seriesId()).map(SeriesRow::modality).orElse("?")));
        ledger.add(id, row.get().sopClassUid(), Ledger.State.STAYS);
      }
    }

    /// A reference that was whole and would not be any more, be it that its UID is swapped otherwise than its target's, or that the target stays here.
    private void broken() {
      var measured = references.measure(lost);
      var rows = leaving.stream().map(Prepared.Leaving::row).collect(Collectors.toMap(InstanceRow::id, r -> r));
      for (var broken : measured.breaks()) {
        var row = rows.get(broken.holder());
        open(Gate.Kind.REFERENCES, 1, row.seriesId(), row.id(), row.path() + " speaks of one that stays, or that it could not find any more");
      }
      if (measured.groupsBroken() > 0) open(Gate.Kind.REFERENCES, measured.groupsBroken(), 0, 0, "Frames of Reference that would not be shared by the same instances any more");
    }
  }

  /// @param fault why it cannot be cleaned; empty if it can
  private record DocumentLook(Set<String> undecided, String fault, boolean isCleaned) {
    static final DocumentLook NONE = new DocumentLook(Set.of(), "", false);

    Set<String> with(Set<String> texts) {
      if (undecided.isEmpty()) return texts;
      var all = new HashSet<>(texts);
      undecided.forEach(t -> all.add(EncapsulatedDocument.DOCUMENT + "\n" + t));
      return all;
    }
  }

  private record Ties(Named before, Named after, Set<Link> links) {}

  private sealed interface Seen {
    record Lost(String reason) implements Seen {}

    record Read(PlanTally.One tally, Set<String> texts, boolean unrecognised, Set<Identifier> identifiers,
        boolean understood, String documentFault, String patientId, String sop, Ties ties, boolean cleaned) implements Seen {}
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
}
