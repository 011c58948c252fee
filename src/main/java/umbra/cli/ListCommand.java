package umbra.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import umbra.catalog.Collection;
import umbra.catalog.CollectionFilter;
import umbra.catalog.SeriesRow;
import umbra.catalog.StudyRow;
import umbra.catalog.SubjectRow;

/// `umbra list`: what a workspace holds.
@Command(name = "list", description = "List what a workspace holds.", mixinStandardHelpOptions = true)
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

  @Mixin
  private FormOption form;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (var open = workspace.openExisting()) {
      var filter = CollectionFilter.of(query);
      var table = switch (level) {
        case subject -> new Table(form.form(), "patient_id", "patient_name", "instances");
        case study -> new Table(form.form(), "patient_id", "study_instance_uid", "study_date", "description", "modalities", "series", "instances", "conflicts");
        case series -> new Table(form.form(), "patient_id", "study_instance_uid", "series_instance_uid", "number", "modality", "description", "instances", "frames",
            "noted", "same_uid");
        case instance -> new Table(form.form(), "patient_id", "study_instance_uid", "series_instance_uid", "sop_instance_uid", "sop_class_uid",
            "transfer_syntax_uid", "number", "frames", "variant", "notes", "path");
      };
      subjects(open.catalog().collection(), filter, table);
      table.print(spec.commandLine().getOut());
      return ExitCode.DONE;
    }
  }

  private void subjects(Collection collection, CollectionFilter filter, Table table) {
    Optional<SubjectRow> after = Optional.empty();
    for (var page = collection.subjects(filter, after, PAGE); !page.isEmpty(); page = collection.subjects(filter, after, PAGE)) {
      for (var subject : page) {
        if (level == Level.subject) table.row(subject.patientId(), subject.patientName(), subject.instances());
        else for (var study : collection.studies(subject.id(), filter)) study(collection, filter, subject, study, table);
      }
      after = Optional.of(page.getLast());
    }
  }

  private void study(Collection collection, CollectionFilter filter, SubjectRow subject, StudyRow study, Table table) {
    if (level == Level.study) {
      table.row(subject.patientId(), study.studyInstanceUid(), study.date(), study.description(), String.join("\\", study.modalities()), study.series(),
          study.instances(), String.join("\\", study.conflicts()));
    } else for (var series : collection.series(study.id(), filter)) series(collection, subject, study, series, table);
  }

  private void series(Collection collection, SubjectRow subject, StudyRow study, SeriesRow series, Table table) {
    if (level == Level.series) {
      table.row(subject.patientId(), study.studyInstanceUid(), series.seriesInstanceUid(), series.number().isPresent() ? series.number().getAsInt() : "",
          series.modality(), series.description(), series.instances(), series.frames(), series.noted(), series.variants());
      return;
    }
    for (var i : collection.instances(series.id())) {
      table.row(subject.patientId(), study.studyInstanceUid(), series.seriesInstanceUid(), i.sopInstanceUid(), i.sopClassUid(), i.transferSyntaxUid(), i.number(),
          i.frames(), i.variant(), i.notes(), i.member().isEmpty() ? i.path() : i.path() + "!/" + i.member());
    }
  }
}
