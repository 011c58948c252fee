package umbra.ocr.tesseract;

import java.io.IOException;
import java.nio.file.Path;
import umbra.ocr.model.NativeFolder;
import umbra.ocr.model.NativeFolder.Platform;

/// Unpacks Tesseract, Leptonica and the English model, and tells JNA where they are. Must be done before Tess4J is touched.
final class TesseractLibraries {
  private static final String PATH = "jna.library.path";

  private TesseractLibraries() {}

  /// @return the folder of the language model
  static Path unpack(NativeFolder cache) throws IOException {
    var platform = Platform.current();
    var arch = platform.isArm() ? "arm64" : "x86_64";
    switch (platform.system()) {
      case LINUX -> {
        cache.unpack("/org/bytedeco/leptonica/linux-" + arch + "/libleptonica.so.6", "libleptonica.so.6");
        cache.unpack("/org/bytedeco/tesseract/linux-" + arch + "/libtesseract.so.5.5", "libtesseract.so.5.5");
      }
      case MAC -> {
        cache.unpack("/org/bytedeco/leptonica/macosx-" + arch + "/libleptonica.6.dylib", "libleptonica.6.dylib");
        cache.unpack("/org/bytedeco/tesseract/macosx-" + arch + "/libtesseract.5.5.dylib", "libtesseract.5.5.dylib");
        cache.unpack("/org/bytedeco/leptonica/macosx-" + arch + "/libleptonica.6.dylib", "libleptonica.dylib");
        cache.unpack("/org/bytedeco/tesseract/macosx-" + arch + "/libtesseract.5.5.dylib", "libtesseract.dylib");
      }
      case WINDOWS -> { } // Tess4J brings and loads its own
    }
    if (System.getProperty("slf4j.internal.verbosity") == null) System.setProperty("slf4j.internal.verbosity", "ERROR"); // it has nothing to log to
    var before = System.getProperty(PATH, "");
    var folder = cache.folder().toString();
    if (!before.contains(folder)) System.setProperty(PATH, before.isEmpty() ? folder : folder + java.io.File.pathSeparator + before);
    return cache.unpack("/tessdata/eng.traineddata", "tessdata/eng.traineddata").getParent();
  }
}
