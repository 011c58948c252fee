package umbra.workspace.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import umbra.catalog.Catalog;
import umbra.catalog.finding.RegionRow;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFile;
import umbra.io.LostSourceException;
import umbra.look.ImageFile;
import umbra.pixel.Checkpoint;
import umbra.pixel.codec.Codecs;
import umbra.pixel.codec.FrameReader;
import umbra.pixel.redact.RedactedPixels;
import umbra.pixel.redact.Redaction;
import umbra.pixel.redact.RedactionChoice;
import umbra.pixel.redact.RedactionResult;
import umbra.workspace.curate.Review;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;
import umbra.workspace.stack.FrameLoad;
import umbra.workspace.stack.FrameLoader;
import umbra.workspace.stack.FrameSource;
import umbra.workspace.stack.Slice;

/// Frames as an export writes them: the same redaction is run, and what it made is decoded. The last instance is kept open. For several threads.
public final class ExportedFrames implements FrameLoader.Frames, AutoCloseable {
  /// Opens sources and what was made of them.
  public record Sources(SourceFiles files, Codecs codecs, FrameReader.Streams streams, Redaction redaction, Path scratch) {}

  private record Made(long instance, List<RegionRow> boxes, DicomFile source, RedactedPixels pixels, ImageFile image) {}

  private final Sources sources;
  private final FrameSource plain;
  private final Catalog catalog;
  private final Review review;
  private Optional<Made> kept = Optional.empty();

  /// @param plain for instances without a box
  public ExportedFrames(Sources sources, FrameSource plain, Catalog catalog, Review review) {
    this.sources = sources;
    this.plain = plain;
    this.catalog = catalog;
    this.review = review;
  }

  @Override
  public FrameLoad load(Slice slice, Checkpoint checkpoint) {
    var boxes = catalog.collection().findInstance(slice.instance()).map(i -> review.boxes(i.seriesId(), i.id())).orElse(List.of());
    if (boxes.isEmpty()) return plain.load(slice, checkpoint);
    try {
      return redacted(slice, boxes, checkpoint);
    } catch (DicomException e) {
      return new FrameLoad.Undecodable(e.reason());
    } catch (IOException | LostSourceException _) {
      return new FrameLoad.Lost(slice.place().toString());
    }
  }

  private synchronized FrameLoad redacted(Slice slice, List<RegionRow> boxes, Checkpoint checkpoint) throws IOException {
    if (kept.filter(m -> m.instance() == slice.instance() && m.boxes().equals(boxes)).isEmpty()) {
      close();
      var file = sources.files().open(new SourcePlace(slice.place().file(), slice.place().member()));
      try {
        switch (sources.redaction().apply(file, Review.regions(boxes), RedactionChoice.USUAL, sources.scratch(), checkpoint)) {
          case RedactionResult.Refused(var reason) -> {
            file.close();
            return new FrameLoad.Undecodable("this instance stays back: " + reason);
          }
          case RedactedPixels pixels -> {
            var changed = pixels.applyTo(file);
            kept = Optional.of(new Made(slice.instance(), boxes, file, pixels, new ImageFile(changed, FrameReader.open(changed, sources.codecs(), sources.streams()))));
          }
        }
      } catch (IOException | RuntimeException e) {
        if (kept.isEmpty()) file.close();
        throw e;
      }
    }
    return new FrameLoad.Loaded(FrameSource.frame(kept.orElseThrow().image(), slice, checkpoint));
  }

  /// Lets go of the file that was kept.
  @Override
  public synchronized void close() throws IOException {
    if (kept.isEmpty()) return;
    var made = kept.get();
    kept = Optional.empty();
    try (var _ = made.source(); var _ = made.pixels()) {
      made.image().frames().close();
    }
  }
}
