package umbra.ocr.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The two networks in use. The English ones are better and lie in a folder where the build could fetch them; those of the
/// Maven artefact are always there (docs/decisions/0012-ocr.md has both measured).
///
/// @param name part of the engine version
/// @param hasOwnAlphabet the reader's file holds its alphabet; else it is the English one
public record ModelSet(String name, byte[] detector, byte[] reader, boolean hasOwnAlphabet) {
  private static final String ENGLISH_DETECTOR = "en_PP-OCRv3_det_infer.onnx";
  private static final String ENGLISH_DETECTOR_SHA256 = "f139598bc2af4e4b6fe98dec11574e30edfdd91fc94ac1425c18ace3bd5a866b";
  private static final String ENGLISH_READER = "en_PP-OCRv4_rec.onnx";
  private static final String ENGLISH_READER_SHA256 = "870d81b658bb0ba59ae4a2aecf21f879e4921002be29d208cdcdb977af6e0959";

  /// @param folder where the English models may lie; it need not exist
  /// @throws IOException if a file is there but is not the one measured
  public static ModelSet in(Path folder) throws IOException {
    var detector = folder.resolve(ENGLISH_DETECTOR);
    var reader = folder.resolve(ENGLISH_READER);
    if (Files.exists(detector) && Files.exists(reader)) {
      return new ModelSet("en-det3-rec4", checked(detector, ENGLISH_DETECTOR_SHA256), checked(reader, ENGLISH_READER_SHA256), false);
    }
    return fallback();
  }

  /// The models of the Maven artefact.
  public static ModelSet fallback() throws IOException {
    return new ModelSet("ch-det3-rec4", resource("/models/ch_PP-OCRv3_det_infer.onnx"), resource("/models/ch_PP-OCRv4_rec_infer.onnx"), true);
  }

  private static byte[] checked(Path file, String sha256) throws IOException {
    var bytes = Files.readAllBytes(file);
    try {
      var actual = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      if (!actual.equals(sha256)) throw new IOException(file + ": is not the model Umbra was measured with; delete it, or build again");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    return bytes;
  }

  private static byte[] resource(String name) throws IOException {
    try (var in = ModelSet.class.getResourceAsStream(name)) {
      if (in == null) throw new IOException(name + ": model missing from the program's libraries");
      return in.readAllBytes();
    }
  }
}
