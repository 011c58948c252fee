package umbra.ocr.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// ONNX Runtime 1.29 sends usage reports on Linux unless told not to. No such version may come in by an update.
class NoTelemetryTest {
  private static final String COLLECTOR = "events.data.microsoft.com";

  private static boolean names(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"linux-x64/libonnxruntime.so", "linux-aarch64/libonnxruntime.so", "osx-aarch64/libonnxruntime.dylib", "win-x64/onnxruntime.dll"})
  void theLibraryKnowsNoCollector(String library) throws IOException {
    try (var in = NoTelemetryTest.class.getResourceAsStream("/ai/onnxruntime/native/" + library)) {
      assertFalse(names(in.readAllBytes(), COLLECTOR));
    }
    assertTrue(names("https://mobile.events.data.microsoft.com/OneCollector".getBytes(StandardCharsets.ISO_8859_1), COLLECTOR));
  }
}
