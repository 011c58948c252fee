package umbra.ocr.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.List;
import umbra.ocr.model.NativeFolder.Platform;

/// Unpacks ONNX Runtime once instead of at every start, and begins it without its reports to the vendor.
public final class OnnxLibraries {
  private static final String PATH = "onnxruntime.native.path";

  private OnnxLibraries() {}

  /// @param cache folder for the libraries
  public static OrtEnvironment load(NativeFolder cache) throws IOException, OrtException {
    if (System.getProperty(PATH) == null) {
      var platform = Platform.current();
      var from = "/ai/onnxruntime/native/" + folder(platform) + "/";
      for (var name : names(platform)) cache.unpack(from + name, name);
      System.setProperty(PATH, cache.folder().toString());
    }
    var environment = OrtEnvironment.getEnvironment("umbra");
    environment.setTelemetry(false); // events of Windows; other systems have none in this version (docs/decisions/0012-ocr.md)
    return environment;
  }

  private static String folder(Platform platform) {
    return switch (platform.system()) {
      case LINUX -> platform.isArm() ? "linux-aarch64" : "linux-x64";
      case MAC -> platform.isArm() ? "osx-aarch64" : "osx-x64";
      case WINDOWS -> "win-x64";
    };
  }

  private static List<String> names(Platform platform) {
    return switch (platform.system()) {
      case LINUX -> List.of("libonnxruntime.so", "libonnxruntime4j_jni.so");
      case MAC -> List.of("libonnxruntime.dylib", "libonnxruntime4j_jni.dylib");
      case WINDOWS -> List.of("onnxruntime.dll", "onnxruntime4j_jni.dll");
    };
  }
}
