package umbra.cli;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import umbra.io.AtomicFile;
import umbra.look.ImageFile;
import umbra.pixel.Checkpoint;
import umbra.pixel.codec.Codecs;
import umbra.pixel.codec.FrameReader;
import umbra.pixel.render.Png;
import umbra.pixel.render.Renderer;
import umbra.pixel.render.Window;
import umbra.words.Counts;

/// `umbra render`: what the viewer would show, as PNG.
@Command(name = "render", description = "Write what the viewer would show of a frame as PNG, with square pixels.")
public final class RenderCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A DICOM file with an image.")
  private Path file;

  @Option(names = "--out", paramLabel = "FILE.png", required = true, description = "Where to write.")
  private Path out;

  @Option(names = "--frame", paramLabel = "N", defaultValue = "1", description = "The frame, counted from 1; default: ${DEFAULT-VALUE}.")
  private int frame;

  @Option(names = "--window", paramLabel = "CENTER,WIDTH", description = "Instead of the window the image states.")
  private String window;

  @Option(names = "--no-overlays", description = "Leave overlay planes out.")
  private boolean noOverlays;

  @Spec
  private CommandSpec spec;

  private final Codecs codecs;
  private final FrameReader.Streams streams;

  public RenderCommand(Codecs codecs, FrameReader.Streams streams) {
    this.codecs = codecs;
    this.streams = streams;
  }

  @Override
  public Integer call() throws Exception {
    var chosen = window();
    try (var image = ImageFile.open(file, codecs, streams)) {
      int frames = image.frames().frames();
      if (frame < 1 || frame > frames) {
        throw new ParameterException(spec.commandLine(), "--frame " + frame + ": the image has " + Counts.of(frames, "frame"));
      }
      var renderer = new Renderer(image.file().dataSet(), image.frames().image(), file.toString());
      var raster = image.frames().frame(frame - 1, Checkpoint.NONE);
      var png = Png.of(renderer.picture(raster, frame - 1, chosen, !noOverlays).squared(renderer.pixelAspect()));
      AtomicFile.write(out, channel -> {
        for (var bytes = ByteBuffer.wrap(png); bytes.hasRemaining(); ) channel.write(bytes);
      });
    }
    return ExitCode.DONE;
  }

  private Optional<Window> window() {
    if (window == null) return Optional.empty();
    var parts = window.split(",");
    try {
      if (parts.length == 2) return Optional.of(Window.linear(Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip())));
    } catch (IllegalArgumentException _) {
      // told below
    }
    throw new ParameterException(spec.commandLine(), "--window " + window + ": give CENTER,WIDTH, such as 40,400");
  }
}
