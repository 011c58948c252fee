package umbra.workspace.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import umbra.dicom.DataSet;

/// All templates that are known: those shipped and those learned here.
///
/// @param fingerprint changes with any of the files
public record Templates(List<Template> all, String fingerprint) {
  public static final Templates NONE = new Templates(List.of(), "none");

  /// @param folders of which some may not exist; every file that ends in `.yaml` is read
  /// @throws IOException if a file is not understood, naming it
  public static Templates in(List<Path> folders) throws IOException {
    var all = new ArrayList<Template>();
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var folder : folders) {
        if (!Files.isDirectory(folder)) continue;
        List<Path> files;
        try (var list = Files.list(folder)) {
          files = list.filter(f -> f.getFileName().toString().endsWith(".yaml")).sorted().toList();
        }
        for (var file : files) {
          all.addAll(TemplateFile.read(file));
          digest.update(Files.readAllBytes(file));
        }
      }
      return new Templates(List.copyOf(all), HexFormat.of().formatHex(digest.digest(), 0, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Those that speak of an image.
  public List<Template> of(DataSet header) {
    return all.stream().filter(t -> t.fits(header)).toList();
  }
}
