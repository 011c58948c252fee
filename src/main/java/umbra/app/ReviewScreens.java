package umbra.app;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import umbra.app.preference.UserSettings;
import umbra.app.review.FindingsPage;
import umbra.app.review.ScanViewModel;
import umbra.app.review.box.BoxActions;
import umbra.app.review.box.BoxBar;
import umbra.app.review.box.BoxStore;
import umbra.app.review.box.BoxTools;
import umbra.app.review.box.BoxesViewModel;
import umbra.app.review.box.DrawTool;
import umbra.app.review.box.FanViewModel;
import umbra.app.review.finding.FindingCrops;
import umbra.app.review.finding.FindingFilter;
import umbra.app.review.finding.FindingQueue;
import umbra.app.review.finding.FindingsViewModel;
import umbra.app.review.preview.ExportedPane;
import umbra.app.review.preview.LossesSheet;
import umbra.app.review.preview.LossesViewModel;
import umbra.app.action.Action;
import umbra.app.viewer.ImageViewer;
import umbra.app.viewer.tool.Tool;
import umbra.catalog.finding.FindingState;
import umbra.job.OrderedJobRunner;
import umbra.pixel.redact.Redaction;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Curation;
import umbra.workspace.curate.Review;
import umbra.workspace.review.Crops;
import umbra.workspace.review.DeviceGroup;
import umbra.workspace.review.ExportedFrames;
import umbra.workspace.review.TrueArea;
import umbra.workspace.scan.Scan;
import umbra.workspace.stack.FrameSource;

/// The page of findings, and the boxes that other pages with images share with it.
final class ReviewScreens {
  /// Of decoded frames of its own viewer; findings are looked at one by one.
  private static final long CACHE_BYTES = 64L << 20;

  private final BoxesViewModel boxes;
  private final FanViewModel fan;
  private final LossesViewModel losses;
  private final FindingsViewModel findings;
  private final FindingsPage page;

  ReviewScreens(Workspace workspace, Curation curation, Parts parts, Session.Runners runners, UserSettings settings) {
    var catalog = workspace.catalog();
    var review = new Review(workspace, curation);
    var redaction = new Redaction(parts.codecs(), parts.streams());
    var areas = new TrueArea(parts.files(), redaction);
    var quiet = runners.quiet();
    boxes = new BoxesViewModel(review, new BoxStore(review, areas, quiet), new DeviceGroup(catalog, parts.files()), new OrderedJobRunner(quiet), runners.jobs());
    fan = new FanViewModel(boxes, parts.files(), quiet);
    var source = new FrameSource(parts.files(), parts.codecs(), parts.streams());
    var viewer = new ImageViewer(quiet, runners.jobs(), source, CACHE_BYTES, tools());
    viewer.model().profile().set(settings.preferences().get().input());
    settings.preferences().addListener((_, before, now) -> {
      if (!before.input().equals(now.input())) viewer.model().profile().set(now.input());
    });
    findings = new FindingsViewModel(review, catalog, boxes, quiet);
    var scan = new ScanViewModel(quiet, runners.jobs(), context -> parts.scanner().scan(workspace, context), () -> review.findings().unseen(Scan.TEXT), findings::reload);
    var exported = new ExportedPane(viewer.model(),
        new ExportedFrames(new ExportedFrames.Sources(parts.files(), parts.codecs(), parts.streams(), redaction, workspace.folder()), source, catalog, review), quiet);
    losses = new LossesViewModel(boxes, catalog, source, areas, runners.jobs());
    page = new FindingsPage(new FindingsPage.Models(findings, scan, boxes, fan, losses), viewer, exported,
        new FindingCrops(new Crops(catalog, source), quiet));
  }

  FindingsPage page() {
    return page;
  }

  /// Brings a finding of an instance to the front that nobody decided, as soon as the findings are read.
  void showOpenFindingOf(long instance) {
    if (selectOpen(instance)) return;
    findings.filter().set(new FindingFilter(FindingFilter.Classes.ALL, FindingFilter.States.ALL, ""));
    if (selectOpen(instance)) return;
    findings.queue().addListener(new ChangeListener<>() {
      @Override
      public void changed(ObservableValue<? extends FindingQueue> queue, FindingQueue before, FindingQueue now) {
        if (now.rows().isEmpty()) return;
        queue.removeListener(this);
        selectOpen(instance);
      }
    });
  }

  private boolean selectOpen(long instance) {
    var row = findings.queue().get().rows().stream().filter(r -> r.instance() == instance && (r.state() == FindingState.OPEN || r.state() == FindingState.UNSURE)).findFirst();
    row.ifPresent(r -> findings.select(r.id()));
    return row.isPresent();
  }

  /// For each viewer its own.
  List<Tool> tools() {
    return List.of(new DrawTool(boxes));
  }

  /// Boxes on another viewer, made with [#tools].
  ///
  /// @return what can be done with them there
  List<Action> install(ImageViewer viewer) {
    BoxTools.install(boxes, fan, viewer);
    var bar = new BoxBar(boxes, fan).node();
    bar.visibleProperty().bind(Bindings.createBooleanBinding(() -> viewer.model().tool().get().id().equals(DrawTool.ID) || boxes.selected().get().isPresent() || fan.fan().get().isPresent(),
        viewer.model().tool(), boxes.selected(), fan.fan()));
    viewer.frame(bar, new LossesSheet(losses).node());
    var actions = new java.util.ArrayList<>(BoxActions.history(boxes));
    actions.addAll(BoxActions.of(boxes, fan));
    return List.copyOf(actions);
  }

  /// Decisions were made somewhere: told on the thread of the window.
  void whenEdited(Runnable listener) {
    boxes.whenEdited(listener);
  }
}
