package umbra.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import umbra.app.audit.AuditPage;
import umbra.app.audit.AuditViewModel;
import umbra.app.browse.BrowsePage;
import umbra.app.collection.CollectionView;
import umbra.app.collection.CollectionViewModel;
import umbra.app.collection.SeriesPictures;
import umbra.app.deidentify.PreviewPane;
import umbra.app.deidentify.PreviewViewModel;
import umbra.app.deidentify.work.ReleaseWork;
import umbra.app.fx.Choosers;
import umbra.app.inspector.InspectorPane;
import umbra.app.inspector.InspectorViewModel;
import umbra.app.inspector.SeriesViewModel;
import umbra.app.object.References;
import umbra.app.page.Page;
import umbra.app.page.SidePane;
import umbra.app.preference.UserSettings;
import umbra.app.quarantine.QuarantinePage;
import umbra.app.quarantine.QuarantineViewModel;
import umbra.app.value.ValuesPage;
import umbra.app.value.ValuesViewModel;
import umbra.app.viewer.ImageViewer;
import umbra.catalog.InstanceRow;
import umbra.catalog.finding.ReviewKinds;
import umbra.catalog.version.Versions;
import umbra.job.JobRunner;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Curation;
import umbra.workspace.curate.TextScan;
import umbra.workspace.release.ReleaseChoices;
import umbra.workspace.release.ReleaseParts;
import umbra.workspace.source.SourcePlace;
import umbra.workspace.stack.FrameSource;
import umbra.workspace.thumbnail.ThumbnailMaker;

/// The screens of one open workspace.
final class Session {
  private final Workspace workspace;
  private final CollectionViewModel collection;
  private final BrowsePage browse;
  private final QuarantineViewModel quarantine;
  private final ReviewScreens review;
  private final ReleaseScreens release;
  private final List<Page> pages;

  /// The two ways to run work: `quiet` for what is over in a moment, `jobs` for what a person sees in the list.
  record Runners(JobRunner quiet, JobRunner jobs) {}

  /// What the screens ask of the window.
  ///
  /// @param retry looks at the quarantine again
  /// @param show brings a page to the front
  /// @param actionsChanged makes the menus anew
  /// @param trouble says what went wrong
  record Wishes(Runnable retry, Consumer<Page> show, Runnable actionsChanged, Choosers choosers, BiConsumer<String, Throwable> trouble) {}

  Session(Workspace workspace, Parts parts, Runners runners, UserSettings settings, Wishes wishes) {
    this.workspace = workspace;
    var catalog = workspace.catalog();
    var curation = new Curation(workspace, ReviewKinds.ALL);
    review = new ReviewScreens(workspace, curation, parts, runners, settings);
    collection = new CollectionViewModel(catalog, runners.quiet());
    var maker = new ThumbnailMaker(parts.files(), parts.codecs(), parts.streams());
    var view = new CollectionView(collection, new SeriesPictures(catalog, maker, runners.quiet()));
    var viewer = new ImageViewer(runners.quiet(), runners.jobs(), new FrameSource(parts.files(), parts.codecs(), parts.streams()),
        ImageViewer.cacheBytes(settings.preferences().get().memoryMegabytes(), parts.heap()), review.tools());
    viewer.offer(review.install(viewer));
    viewer.onReach(collection::reached);
    viewer.model().profile().set(settings.preferences().get().input());
    settings.preferences().addListener((_, before, now) -> {
      if (!before.input().equals(now.input())) viewer.model().profile().set(now.input());
    });
    var references = new References(catalog, runners.quiet(), collection::reveal);
    var contents = Contents.of(viewer, catalog, parts, runners.quiet(), references);
    var inspector = new InspectorPane(new InspectorViewModel(parts.files(), runners.quiet()),
        new SeriesViewModel(parts.files(), runners.quiet(), catalog.collection()::instances));
    Optional<SidePane> side = Optional.of(inspector);
    browse = new BrowsePage(new BrowsePage.Panes(collection, view, contents, side), catalog, runners.quiet(), settings);
    quarantine = new QuarantineViewModel(catalog, parts.files(), runners.quiet());
    review.whenEdited(collection::refreshMarks);
    browse.whenActionsChange(wishes.actionsChanged());
    var preview = PreviewPane.addTo(inspector, new PreviewViewModel(parts.files(), ReleaseParts.profilesOf(workspace, parts.profiles()), new ReleaseChoices(workspace, curation)::switched, curation, runners.quiet()));
    var texts = new ValuesViewModel(curation, runners.quiet(), runners.jobs(), context -> new TextScan(workspace, parts.files()).run(context));
    LongConsumer toSeries = series -> {
      wishes.show().accept(browse);
      collection.reveal(series);
    };
    Consumer<InstanceRow> toInstance = instance -> {
      wishes.show().accept(browse);
      references.open(instance);
    };
    var values = new ValuesPage(texts, toSeries);
    release = new ReleaseScreens(new ReleaseWork(workspace, curation, parts.release(), runners.quiet(), runners.jobs(), wishes.trouble()), wishes, toInstance, review, new ReleaseScreens.Texts(texts, values));
    preview.whenAsked(place -> {
      wishes.show().accept(release.page());
      release.page().ask(place);
    });
    pages = List.of(browse, review.page(), values, release.page(), new QuarantinePage(quarantine, wishes.retry(), row -> {
      wishes.show().accept(browse);
      browse.showSide();
      inspector.showFile(new SourcePlace(Path.of(row.path()), row.member()));
    }), new AuditPage(new AuditViewModel(workspace.audit(), new Versions(workspace.catalog()), runners.quiet()), wishes.choosers()));
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

  /// Asks where a person typed what was not saved.
  boolean mayClose() {
    return release.page().mayClose();
  }

  /// Shows what an import brought so far.
  void refresh() {
    collection.refresh();
  }

  /// After an import: what it replaced is gone, too.
  void reload() {
    collection.reload();
    quarantine.refresh();
    release.page().refresh();
  }

  void closeScreens() {
    review.page().close();
    browse.close();
  }

  void close() {
    closeScreens();
    workspace.close();
  }
}
