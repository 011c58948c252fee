package umbra.app;

import java.util.List;
import umbra.app.object.References;
import umbra.app.object.document.DocumentFace;
import umbra.app.object.layer.LayeredView;
import umbra.app.object.layer.LayersViewModel;
import umbra.app.object.layer.ObjectOpener;
import umbra.app.object.registration.RegistrationFace;
import umbra.app.object.report.ReportFace;
import umbra.app.object.slide.SlideContent;
import umbra.app.object.slide.SlideViewModel;
import umbra.app.object.table.TableFace;
import umbra.app.object.unknown.UnknownFace;
import umbra.app.object.waveform.WaveformFace;
import umbra.app.page.ContentView;
import umbra.app.viewer.ImageViewer;
import umbra.catalog.Catalog;
import umbra.job.JobRunner;
import umbra.workspace.related.RelatedObjects;
import umbra.workspace.stack.FrameSource;

/// The views of all kinds of objects; the first that shows an object has it.
final class Contents {
  private static final long SLIDE_BYTES = 64L << 20;

  private Contents() {}

  static List<ContentView> of(ImageViewer viewer, Catalog catalog, Parts parts, JobRunner jobs, References references) {
    var files = parts.files();
    var layered = new LayeredView(viewer, new LayersViewModel(catalog, files, jobs, new ObjectOpener(files, parts.codecs(), parts.streams())));
    references.whenFound(layered::goTo);
    var tiles = FrameSource.unmapped(files, parts.codecs(), parts.streams());
    return List.of(
        new SlideContent(new SlideViewModel(files, tiles, jobs, SLIDE_BYTES), tiles, jobs, layered, new SlideSegmentations(new RelatedObjects(catalog, files), files)),
        layered,
        ReportFace.view(files, jobs, references),
        DocumentFace.view(files, jobs),
        WaveformFace.view(files, jobs),
        RegistrationFace.view(files, jobs, new RelatedObjects(catalog, files), references),
        TableFace.view(files, jobs),
        UnknownFace.view(files, jobs));
  }
}
