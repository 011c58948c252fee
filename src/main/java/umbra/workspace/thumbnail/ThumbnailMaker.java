package umbra.workspace.thumbnail;

import java.io.IOException;
import java.util.Optional;
import umbra.dicom.DicomException;
import umbra.look.ImageFile;
import umbra.pixel.Checkpoint;
import umbra.pixel.codec.Codecs;
import umbra.pixel.codec.FrameReader;
import umbra.pixel.render.Picture;
import umbra.pixel.render.Png;
import umbra.pixel.render.Renderer;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.stack.Stack;

/// Makes the small picture of a series: the frame in its middle.
public final class ThumbnailMaker {
  private static final int EDGE = 96;

  private final SourceFiles files;
  private final Codecs codecs;
  private final FrameReader.Streams streams;

  public ThumbnailMaker(SourceFiles files, Codecs codecs, FrameReader.Streams streams) {
    this.files = files;
    this.codecs = codecs;
    this.streams = streams;
  }

  /// A PNG that fits a square; empty if nothing in the stack can be shown.
  public Optional<byte[]> make(Stack stack) throws IOException {
    if (stack.isEmpty()) return Optional.empty();
    var slice = stack.slice(stack.size() / 2);
    var file = files.open(slice.place());
    try (var image = open(file)) {
      var renderer = new Renderer(file.dataSet(), image.frames().image(), file.source().name());
      var raster = image.frames().frame(Math.min(slice.frame(), image.frames().frames() - 1), Checkpoint.NONE);
      return Optional.of(Png.of(shrunk(renderer.picture(raster, slice.frame(), Optional.empty(), false).squared(renderer.pixelAspect()))));
    } catch (DicomException _) {
      return Optional.empty(); // the viewer says why
    }
  }

  private ImageFile open(umbra.dicom.DicomFile file) throws IOException {
    try {
      return new ImageFile(file, FrameReader.open(file, codecs, streams));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /// Each pixel is the mean of those it stands for.
  static Picture shrunk(Picture from) {
    double scale = Math.min(1, (double) EDGE / Math.max(from.width(), from.height()));
    int width = Math.max(1, (int) Math.round(from.width() * scale));
    int height = Math.max(1, (int) Math.round(from.height() * scale));
    var argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      int top = (int) ((long) y * from.height() / height);
      int bottom = Math.max(top + 1, (int) ((long) (y + 1) * from.height() / height));
      for (int x = 0; x < width; x++) {
        int left = (int) ((long) x * from.width() / width);
        argb[y * width + x] = mean(from, left, Math.max(left + 1, (int) ((long) (x + 1) * from.width() / width)), top, bottom);
      }
    }
    return new Picture(width, height, argb);
  }

  private static int mean(Picture from, int left, int right, int top, int bottom) {
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int p = from.argb()[y * from.width() + x];
        red += p >> 16 & 0xFF;
        green += p >> 8 & 0xFF;
        blue += p & 0xFF;
      }
    }
    int n = (right - left) * (bottom - top);
    return 0xFF << 24 | (int) (red / n) << 16 | (int) (green / n) << 8 | (int) (blue / n);
  }
}
