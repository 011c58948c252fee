package umbra.pixel.redact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import umbra.dicom.TransferSyntax;
import umbra.referee.Referee;

/// Programs of others that turn an encapsulated file into a native one, or render it.
final class RefereeDecoders {
  private final Path folder;

  RefereeDecoders(Path folder) {
    this.folder = folder;
  }

  /// Those that should know a syntax.
  static List<String> of(TransferSyntax syntax) {
    var tools = new ArrayList<String>();
    switch (syntax) {
      case JPEG_BASELINE, JPEG_EXTENDED, JPEG_LOSSLESS, JPEG_LOSSLESS_SV1 -> tools.add("dcmdjpeg");
      case JPEG_LS_LOSSLESS, JPEG_LS_NEAR_LOSSLESS -> tools.add("dcmdjpls");
      case RLE_LOSSLESS -> tools.add("dcmdrle");
      default -> {}
    }
    if (syntax.isEncapsulated()) tools.add("gdcmconv");
    return tools.stream().filter(Referee::isInstalled).toList();
  }

  /// @param name of the new file
  /// @return empty if the program cannot
  Optional<Path> decode(String tool, Path file, String name) throws IOException, InterruptedException {
    var out = folder.resolve(name);
    Files.deleteIfExists(out);
    boolean done = tool.equals("gdcmconv") ? run("gdcmconv", "--raw", file, out) : run(tool, file, out);
    return done && Files.exists(out) ? Optional.of(out) : Optional.empty();
  }

  /// Whether DCMTK renders the last frame.
  boolean renders(Path file, int frames) throws IOException, InterruptedException {
    return run("dcmj2pnm", "+F", frames, "+Wm", file, folder.resolve("rendered.pgm")) || run("dcmj2pnm", "+F", frames, file, folder.resolve("rendered.pgm"));
  }

  private static boolean run(Object... command) throws IOException, InterruptedException {
    var words = new ArrayList<String>();
    for (var word : command) words.add(word.toString());
    var process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    if (process.waitFor(60, TimeUnit.SECONDS)) return process.exitValue() == 0;
    process.destroyForcibly();
    return false;
  }
}
