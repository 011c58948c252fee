package umbra.workspace.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import umbra.catalog.Catalog;
import umbra.catalog.InstanceRow;
import umbra.catalog.SeriesRow;
import umbra.catalog.finding.Finding;
import umbra.catalog.finding.Findings;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.ocr.Effort;
import umbra.ocr.TextFinder;
import umbra.ocr.judge.TextJudge;

/// Looks for burned-in text in every frame of every instance. What the same engine has looked at is not looked at again; what
/// was done when the job is cancelled stays.
public final class Scan {
  public static final String TEXT = "text";
  /// Slices of volumes: many, and alike. All others are looked at thoroughly frame by frame.
  private static final Set<String> VOLUMES = Set.of("CT", "MR", "PT", "NM");
  /// Where text is the rule rather than the exception: first in order, nothing more.
  private static final List<String> LIKELY = List.of("US", "SC", "OT", "XA", "RF", "ES", "XC", "MG", "CR", "DX");
  private static final int BATCH = 32;

  private final Catalog catalog;
  private final Findings findings;
  private final TextScan scan;
  private final ComputePool pool;

  public Scan(Catalog catalog, ScanImages images, TextFinder finder, TextJudge judge, ComputePool pool) {
    this.catalog = catalog;
    this.findings = new Findings(catalog);
    this.scan = new TextScan(images, finder, judge);
    this.pool = pool;
  }

  private record Work(InstanceRow instance, Effort first, Effort every) {}

  public ScanReport run(JobContext context) {
    var series = new ArrayList<SeriesRow>();
    long after = 0;
    for (var page = catalog.collection().allSeries(after, 500); !page.isEmpty(); page = catalog.collection().allSeries(after, 500)) {
      series.addAll(page);
      after = page.getLast().id();
    }
    series.sort(Comparator.comparingInt((SeriesRow s) -> LIKELY.contains(s.modality()) ? LIKELY.indexOf(s.modality()) : LIKELY.size()).thenComparingLong(SeriesRow::id));
    long total = series.stream().mapToLong(SeriesRow::instances).sum();
    var report = new ScanReport(0, 0, 0);
    long done = 0;
    for (var one : series) {
      report = series(one, report, context, done, total);
      done += one.instances();
    }
    context.progress(total, total);
    return report;
  }

  private ScanReport series(SeriesRow series, ScanReport before, JobContext context, long done, long total) {
    var engine = scan.version();
    var work = new ArrayList<Work>();
    long unchanged = 0;
    var instances = catalog.collection().instances(series.id()).stream().filter(InstanceRow::hasPixels).toList();
    for (int i = 0; i < instances.size(); i++) {
      var instance = instances.get(i);
      if (engine.isPresent() && findings.engine(instance.id(), TEXT).equals(engine)) {
        unchanged++;
        continue;
      }
      boolean isEdge = i == 0 || i == instances.size() - 1;
      boolean isThorough = isEdge || !VOLUMES.contains(series.modality());
      work.add(new Work(instance, isThorough ? Effort.THOROUGH : Effort.EVERY_FRAME, Effort.EVERY_FRAME));
    }
    long failed = 0;
    for (int from = 0; from < work.size(); from += BATCH) {
      context.checkCancelled();
      context.progress(done + unchanged + from, total);
      failed += batch(work.subList(from, Math.min(work.size(), from + BATCH)), context);
    }
    return new ScanReport(before.looked() + work.size(), before.unchanged() + unchanged, before.failed() + failed);
  }

  /// Instances of one frame side by side; those of many one by one, their frames side by side.
  private long batch(List<Work> batch, JobContext context) {
    var outcomes = new TextScan.Outcome[batch.size()];
    var single = new ArrayList<Integer>();
    for (int i = 0; i < outcomes.length; i++) {
      var work = batch.get(i);
      if (work.instance().frames() <= 1) single.add(i);
      else keep(work, outcomes[i] = scan.look(work.instance(), work.first(), work.every(), pool::forEach, context::checkCancelled));
    }
    pool.forEach(single.size(), k -> {
      var work = batch.get(single.get(k));
      var outcome = scan.look(work.instance(), work.first(), work.every(), Scan::oneByOne, context::checkCancelled);
      outcomes[single.get(k)] = outcome;
      keep(work, outcome);
    });
    long failed = 0;
    for (var outcome : outcomes) if (outcome.findings().stream().map(Finding::kind).anyMatch("not-looked-at"::equals)) failed++;
    return failed;
  }

  private static void oneByOne(int count, java.util.function.IntConsumer work) {
    for (int i = 0; i < count; i++) work.accept(i);
  }

  private void keep(Work work, TextScan.Outcome outcome) {
    findings.replace(work.instance().id(), TEXT, outcome.complete() ? scan.version() : java.util.Optional.empty(), outcome.findings());
  }
}
