package umbra.workspace.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import umbra.catalog.Catalog;
import umbra.catalog.InstanceRow;
import umbra.catalog.SeriesRow;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.audit.AuditEvent;
import umbra.catalog.audit.AuditLog;
import umbra.catalog.finding.Findings;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.ocr.Effort;
import umbra.ocr.TextFinder;
import umbra.ocr.Workers;
import umbra.ocr.judge.TextJudge;
import umbra.workspace.Workspace;

/// Looks for burned-in text in every frame of every instance, and for text in objects without pixels. What the same engine and rules have looked at is not looked at again; what
/// was done when the job is cancelled stays.
public final class Scan {
  public static final String TEXT = "text";
  /// Slices of volumes: many, and alike. All others are looked at thoroughly frame by frame.
  static final Set<String> VOLUMES = Set.of("CT", "MR", "PT", "NM");
  /// Where text is the rule rather than the exception: first in order, nothing more.
  private static final List<String> LIKELY = List.of("US", "SC", "OT", "XA", "RF", "ES", "XC", "MG", "CR", "DX");
  private static final int BATCH = 32;

  private final Catalog catalog;
  private final Findings findings;
  private final AuditLog audit;
  private final InstanceScan scan;
  private final ComputePool pool;

  public Scan(Workspace workspace, ScanImages images, TextFinder finder, TextJudge judge, ComputePool pool) {
    this.catalog = workspace.catalog();
    this.findings = new Findings(catalog);
    this.audit = workspace.audit();
    this.scan = new InstanceScan(catalog, images, finder, judge);
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
    boolean isWhole = false;
    try {
      for (var one : series) {
        report = series(one, report, context, done, total);
        done += one.instances();
      }
      isWhole = true;
    } finally {
      record(report, isWhole);
    }
    context.progress(total, total);
    return report;
  }

  /// A scan that found all as it was before leaves no trace.
  private void record(ScanReport report, boolean isWhole) {
    if (isWhole && report.looked() == 0) return;
    audit.append(AuditEvent.of(AuditAction.SCAN, "texts", (isWhole ? "" : "stopped; whole series before: ") + report.looked() + " instances looked at, " + report.unchanged()
        + " unchanged, " + report.failed() + " not looked at in whole or part; " + scan.version()));
  }

  private ScanReport series(SeriesRow series, ScanReport before, JobContext context, long done, long total) {
    var version = Optional.of(scan.version());
    var work = new ArrayList<Work>();
    long unchanged = 0;
    var instances = catalog.collection().instances(series.id());
    for (int i = 0; i < instances.size(); i++) {
      var instance = instances.get(i);
      if (findings.engine(instance.id(), TEXT).equals(version)) {
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

  /// Instances of one frame side by side, kept together; those of many one by one, their frames side by side.
  private long batch(List<Work> batch, JobContext context) {
    var done = Collections.synchronizedList(new ArrayList<InstanceScan.Looked>());
    var single = new ArrayList<Work>();
    long failed = 0;
    for (var work : batch) {
      if (work.instance().frames() <= 1) {
        single.add(work);
        continue;
      }
      var looked = scan.run(work.instance(), work.first(), work.every(), pool::forEach, context::checkCancelled);
      findings.replaceAll(TEXT, List.of(looked.found()));
      if (!looked.isWhole()) failed++;
    }
    try {
      Workers workers = pool::forEach;
      workers.spread(single.size(), (inside, k) -> {
        var work = single.get(k);
        done.add(scan.run(work.instance(), work.first(), work.every(), inside, context::checkCancelled));
      });
    } finally {
      var kept = List.copyOf(done); // also those that were done when the job was cancelled
      findings.replaceAll(TEXT, kept.stream().map(InstanceScan.Looked::found).toList());
    }
    return failed + done.stream().filter(l -> !l.isWhole()).count();
  }
}
