package umbra.workspace.scan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import umbra.catalog.finding.Finding;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.look.ImageFile;
import umbra.ocr.Effort;
import umbra.ocr.OcrResult;
import umbra.ocr.TextFinder;
import umbra.ocr.Workers;
import umbra.pixel.Checkpoint;
import umbra.pixel.render.Picture;

/// Looks for text in every frame of one instance, in its overlays and its icon.
final class TextScan {
  private final TextFinder finder;

  TextScan(TextFinder finder) {
    this.finder = finder;
  }

  /// Looks at an open image.
  ///
  /// @param every the effort for frames after the first
  Sight look(ImageFile image, Effort first, Effort every, Workers workers, Checkpoint checkpoint) throws IOException {
    return new Look(image, workers, checkpoint).all(first, every);
  }

  /// One run over one open image.
  private final class Look {
    private static final int CHUNK = 16;

    private final ImageFile image;
    private final Workers workers;
    private final Checkpoint checkpoint;
    private final FramePictures pictures;
    private final List<Seen> texts = new ArrayList<>();
    private final List<Finding> failures = new ArrayList<>();
    private boolean complete = true;

    Look(ImageFile image, Workers workers, Checkpoint checkpoint) {
      this.image = image;
      this.workers = workers;
      this.checkpoint = checkpoint;
      DataSet dataSet = image.file().dataSet();
      this.pictures = new FramePictures(dataSet, image.frames().image(), image.file().source().name());
    }

    private record Task(String tagPath, int frame, Picture picture, Effort effort) {}

    Sight all(Effort first, Effort every) throws IOException {
      int frames = image.frames().frames();
      var projection = new Projection();
      var last = new Picture(0, 0, new int[0]);
      for (int from = 0; from < frames; from += CHUNK) {
        var tasks = new ArrayList<Task>();
        for (int frame = from; frame < Math.min(frames, from + CHUNK); frame++) {
          checkpoint.check();
          last = frame(frame, frame == 0 ? first : every, last, projection, tasks);
        }
        run(tasks);
      }
      if (projection.frames() > 1) projected(projection, frames);
      icon();
      return new Sight(texts, failures, complete);
    }

    /// @return the picture shown, to tell the next one that is the same
    private Picture frame(int frame, Effort effort, Picture before, Projection projection, List<Task> tasks) {
      try {
        var raster = image.frames().frame(frame, checkpoint);
        var shown = pictures.shown(raster, frame);
        if (image.frames().frames() > 1) projection.add(shown);
        tasks.add(new Task("", frame, shown, effort)); // an equal frame costs no look: see find
        if (effort == Effort.THOROUGH) pictures.fullRange(raster, frame).ifPresent(p -> tasks.add(new Task("", frame, p, Effort.EVERY_FRAME)));
        pictures.overlays(raster, frame, shown).ifPresent(p -> tasks.add(new Task("OverlayData", frame, p, Effort.THOROUGH)));
        return shown;
      } catch (DicomException e) {
        failures.add(Finding.notLookedAt(frame, frame, "", "this frame cannot be decoded"));
        return before;
      }
    }

    private void run(List<Task> tasks) {
      var results = new OcrResult[tasks.size()];
      var distinct = IntStream.range(0, tasks.size()).filter(i -> i == 0 || !isSame(tasks.get(i), tasks.get(i - 1))).toArray();
      workers.spread(distinct.length, (inside, k) -> {
        var task = tasks.get(distinct[k]);
        results[distinct[k]] = finder.find(task.picture(), task.effort(), inside, checkpoint);
      });
      for (int i = 0; i < results.length; i++) {
        if (results[i] == null) results[i] = results[i - 1];
        keep(tasks.get(i), tasks.get(i).frame(), tasks.get(i).frame(), results[i]);
      }
    }

    private static boolean isSame(Task a, Task b) {
      return a.effort() == b.effort() && a.tagPath().equals(b.tagPath()) && java.util.Arrays.equals(a.picture().argb(), b.picture().argb());
    }

    private void keep(Task task, int first, int last, OcrResult result) {
      switch (result) {
        case OcrResult.Texts(var found) -> found.forEach(t -> texts.add(new Seen(task.tagPath(), first, last, t)));
        case OcrResult.Unavailable(var reason) -> {
          complete = false;
          failures.add(Finding.notLookedAt(first, last, task.tagPath(), reason));
        }
      }
    }

    private void projected(Projection projection, int frames) {
      for (var picture : List.of(projection.least(), projection.most())) {
        checkpoint.check();
        keep(new Task("", 0, picture, Effort.THOROUGH), 0, frames - 1, finder.find(picture, Effort.THOROUGH, workers, checkpoint));
      }
    }

    private void icon() {
      if (pictures.hasEncodedIcon()) failures.add(Finding.notLookedAt(0, 0, "IconImageSequence", "the icon is compressed; release removes icons"));
      try {
        for (var picture : pictures.icons()) keep(new Task("IconImageSequence[0].PixelData", 0, picture, Effort.THOROUGH), 0, 0, finder.find(picture, Effort.THOROUGH, workers, checkpoint));
      } catch (DicomException e) {
        failures.add(Finding.notLookedAt(0, 0, "IconImageSequence", "the icon cannot be decoded"));
      }
    }
  }
}
