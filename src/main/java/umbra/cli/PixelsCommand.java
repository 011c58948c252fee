package umbra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import umbra.io.AtomicFile;
import umbra.look.FrameDigest;
import umbra.look.ImageFile;
import umbra.pixel.Checkpoint;
import umbra.pixel.RasterBytes;
import umbra.pixel.codec.Codecs;
import umbra.pixel.codec.FrameReader;
import umbra.pixel.codec.FrameResult;
import umbra.words.Counts;

/// `umbra pixels`: what each frame decodes to.
@Command(name = "pixels", description = "Print one CSV row a frame with the hash of its decoded stored values.")
public final class PixelsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A DICOM file with an image.")
  private Path file;

  @Option(names = "--out", paramLabel = "FILE.raw", description = "Write the values of one frame: little endian, pixel-interleaved.")
  private Path out;

  @Option(names = "--frame", paramLabel = "N", description = "Only this frame, counted from 1.")
  private Integer only;

  @Spec
  private CommandSpec spec;

  private final Codecs codecs;
  private final FrameReader.Streams streams;

  public PixelsCommand(Codecs codecs, FrameReader.Streams streams) {
    this.codecs = codecs;
    this.streams = streams;
  }

  @Override
  public Integer call() throws Exception {
    if (out != null && only == null) throw new ParameterException(spec.commandLine(), "--out needs --frame N");
    try (var image = ImageFile.open(file, codecs, streams)) {
      int frames = image.frames().frames();
      if (only != null && (only < 1 || only > frames)) {
        throw new ParameterException(spec.commandLine(), "--frame " + only + ": the image has " + Counts.of(frames, "frame"));
      }
      if (out != null) return write(image);
      return print(image, only == null ? 1 : only, only == null ? frames : only);
    }
  }

  private int print(ImageFile image, int first, int last) {
    var table = spec.commandLine().getOut();
    table.println("frame,rows,columns,samples,bits_allocated,bits_stored,signed,photometric,sha256");
    int code = ExitCode.DONE;
    for (int frame = first; frame <= last; frame++) {
      switch (image.frames().result(frame - 1, Checkpoint.NONE)) {
        case FrameResult.Decoded(var raster) -> {
          var d = FrameDigest.of(frame, image.frames().image(), raster);
          table.println(d.frame() + "," + d.rows() + "," + d.columns() + "," + d.samples() + "," + d.bitsAllocated() + "," + d.bitsStored() + ","
              + (d.signed() ? 1 : 0) + "," + d.photometric() + "," + d.sha256());
        }
        case FrameResult.Undecodable(var cause) -> {
          spec.commandLine().getErr().println("umbra: frame " + frame + ": " + cause.getMessage());
          code = ExitCode.FOUND;
        }
      }
    }
    return code;
  }

  private int write(ImageFile image) throws IOException {
    var raster = image.frames().frame(only - 1, Checkpoint.NONE);
    int bytesEach = RasterBytes.bytesEach(raster, image.frames().image().bitsAllocated());
    AtomicFile.write(out, channel -> RasterBytes.<IOException>write(raster, bytesEach, chunk -> {
      while (chunk.hasRemaining()) channel.write(chunk);
    }));
    return ExitCode.DONE;
  }
}
