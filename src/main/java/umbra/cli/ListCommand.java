package umbra.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import umbra.catalog.Catalog;
import umbra.catalog.CollectionFilter;
import umbra.catalog.SeriesRow;
import umbra.catalog.StudyRow;
import umbra.catalog.SubjectRow;
import umbra.workspace.source.Presence;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// `umbra list`: what a workspace holds.
@Command(name = "list", description = "List what a workspace holds.")
public final class ListCommand implements Callable<Integer> {
  private static final int PAGE = 500;

  /// How deep to list; lower case as typed.
  private enum Level { subject, study, series, instance }

  @Mixin
  private WorkspaceOption workspace;

  @Option(names = "--level", paramLabel = "LEVEL", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.", defaultValue = "series")
  private Level level;

  @Option(names = "--where", paramLabel = "QUERY", description = "Only series whose headers hold these words; a word may be keyword:word.", defaultValue = "")
  private String query;

  @Option(names = "--sources", description = "With --level instance: say of each file whether it is still there; exit code 1 if one is not.")
  private boolean sources;

  @Mixin
  private FormOption form;

  @Spec
  private CommandSpec spec;

  private final SourceFiles files = new SourceFiles();
  private boolean faults;

  @Override
  public Integer call() throws Exception {
    if (sources && level != Level.instance) throw new ParameterException(spec.commandLine(), "--sources needs --level instance");
    try (var open = workspace.openExisting()) {
      var filter = CollectionFilter.of(query);
      var table = switch (level) {
        case subject -> new Table(form.form(), "patient_id", "patient_name", "instances");
        case study -> new Table(form.form(), "patient_id", "study_instance_uid", "study_date", "description", "modalities", "series", "instances", "conflicts");
        case series -> new Table(form.form(), "patient_id", "study_instance_uid", "series_instance_uid", "number", "modality", "description", "instances", "frames",
            "noted", "same_uid");
        case instance -> new Table(form.form(), Stream.concat(Stream.of("patient_id", "study_instance_uid", "series_instance_uid", "sop_instance_uid", "sop_class_uid",
            "transfer_syntax_uid", "number", "frames", "variant", "notes", "path"), sources ? Stream.of("source") : Stream.of()).toArray(String[]::new));
      };
      faults = false;
      subjects(open.catalog(), filter, table);
      table.print(spec.commandLine().getOut());
      return faults ? ExitCode.FOUND : ExitCode.DONE;
    }
  }

  private void subjects(Catalog catalog, CollectionFilter filter, Table table) {
    var collection = catalog.collection();
    Optional<SubjectRow> after = Optional.empty();
    for (var page = collection.subjects(filter, after, PAGE); !page.isEmpty(); page = collection.subjects(filter, after, PAGE)) {
      for (var subject : page) {
        if (level == Level.subject) table.row(subject.patientId(), subject.patientName(), subject.instances());
        else for (var study : collection.studies(subject.id(), filter)) study(catalog, filter, subject, study, table);
      }
      after = Optional.of(page.getLast());
    }
  }

  private void study(Catalog catalog, CollectionFilter filter, SubjectRow subject, StudyRow study, Table table) {
    if (level == Level.study) {
      table.row(subject.patientId(), study.studyInstanceUid(), study.date(), study.description(), String.join("\\", study.modalities()), study.series(),
          study.instances(), String.join("\\", study.conflicts()));
    } else for (var series : catalog.collection().series(study.id(), filter)) series(catalog, subject, study, series, table);
  }

  private void series(Catalog catalog, SubjectRow subject, StudyRow study, SeriesRow series, Table table) {
    if (level == Level.series) {
      table.row(subject.patientId(), study.studyInstanceUid(), series.seriesInstanceUid(), series.number().isPresent() ? series.number().getAsInt() : "",
          series.modality(), series.description(), series.instances(), series.frames(), series.noted(), series.variants());
      return;
    }
    for (var i : catalog.collection().instances(series.id())) {
      var place = new SourcePlace(Path.of(i.path()), i.member());
      var cells = new ArrayList<Object>(List.of(subject.patientId(), study.studyInstanceUid(), series.seriesInstanceUid(), i.sopInstanceUid(), i.sopClassUid(),
          i.transferSyntaxUid(), i.number(), i.frames(), i.variant(), i.notes(), place));
      if (sources) cells.add(presence(catalog, place));
      table.row(cells.toArray());
    }
  }

  private String presence(Catalog catalog, SourcePlace place) {
    var known = catalog.sources().find(place.file().toString(), place.member());
    var presence = known.map(k -> files.presence(place, k.bytes(), k.modified())).orElse(Presence.GONE);
    if (presence != Presence.THERE) faults = true;
    return presence.name().toLowerCase(Locale.ROOT);
  }
}
