package umbra.app;

import java.util.List;
import java.util.Optional;
import umbra.app.browse.BrowsePage;
import umbra.app.collection.CollectionView;
import umbra.app.collection.CollectionViewModel;
import umbra.app.collection.SeriesPictures;
import umbra.app.inspector.InspectorPane;
import umbra.app.inspector.InspectorViewModel;
import umbra.app.inspector.SeriesViewModel;
import umbra.app.object.References;
import umbra.app.object.document.DocumentFace;
import umbra.app.object.report.ReportFace;
import umbra.app.object.table.TableFace;
import umbra.app.object.unknown.UnknownFace;
import umbra.app.object.waveform.WaveformFace;
import umbra.app.page.ContentView;
import umbra.app.page.Page;
import umbra.app.page.SidePane;
import umbra.app.preference.UserSettings;
import umbra.app.quarantine.QuarantinePage;
import umbra.app.quarantine.QuarantineViewModel;
import umbra.app.viewer.ImageViewer;
import umbra.job.JobRunner;
import umbra.workspace.Workspace;
import umbra.workspace.stack.FrameSource;
import umbra.workspace.thumbnail.ThumbnailMaker;

/// The screens of one open workspace.
final class Session {
  private final Workspace workspace;
  private final CollectionViewModel collection;
  private final BrowsePage browse;
  private final QuarantineViewModel quarantine;
  private final List<Page> pages;

  /// The two ways to run work: `quiet` for what is over in a moment, `jobs` for what a person sees in the list.
  record Runners(JobRunner quiet, JobRunner jobs) {}

  /// @param retry looks at the quarantine again
  Session(Workspace workspace, Parts parts, Runners runners, UserSettings settings, Runnable retry) {
    this.workspace = workspace;
    var catalog = workspace.catalog();
    collection = new CollectionViewModel(catalog, runners.quiet());
    var maker = new ThumbnailMaker(parts.files(), parts.codecs(), parts.streams());
    var view = new CollectionView(collection, new SeriesPictures(catalog, maker, runners.quiet()));
    var viewer = new ImageViewer(runners.quiet(), runners.jobs(), new FrameSource(parts.files(), parts.codecs(), parts.streams()));
    viewer.model().profile().set(settings.preferences().get().input());
    settings.preferences().addListener((_, before, now) -> {
      if (!before.input().equals(now.input())) viewer.model().profile().set(now.input());
    });
    var references = new References(catalog, runners.quiet(), collection::reveal);
    List<ContentView> contents = List.of(
        viewer,
        ReportFace.view(parts.files(), runners.quiet(), references),
        DocumentFace.view(parts.files(), runners.quiet()),
        WaveformFace.view(parts.files(), runners.quiet()),
        TableFace.view(parts.files(), runners.quiet()),
        UnknownFace.view(parts.files(), runners.quiet()));
    var inspector = new InspectorPane(new InspectorViewModel(parts.files(), runners.quiet()),
        new SeriesViewModel(parts.files(), runners.quiet(), catalog.collection()::instances));
    Optional<SidePane> side = Optional.of(inspector);
    browse = new BrowsePage(new BrowsePage.Panes(collection, view, contents, side), catalog, runners.quiet(), settings);
    quarantine = new QuarantineViewModel(catalog, parts.files(), runners.quiet());
    pages = List.of(browse, new QuarantinePage(quarantine, retry));
    collection.reload();
  }

  Workspace workspace() {
    return workspace;
  }

  CollectionViewModel collection() {
    return collection;
  }

  List<Page> pages() {
    return pages;
  }

  /// Shows what an import brought so far.
  void refresh() {
    collection.refresh();
  }

  /// After an import: what it replaced is gone, too.
  void reload() {
    collection.reload();
    quarantine.refresh();
  }

  void closeScreens() {
    browse.close();
  }

  void close() {
    closeScreens();
    workspace.close();
  }
}
