package umbra.app.preference;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import umbra.io.AtomicFile;

/// A small file of named texts, one a line, that appears whole or not at all.
public record UserFile(Path path) {

  /// Empty if there is no such file yet.
  ///
  /// @throws IOException if it is there and cannot be read
  public Map<String, String> read() throws IOException {
    var properties = new Properties();
    try {
      properties.load(new StringReader(Files.readString(path)));
    } catch (NoSuchFileException _) {
      return Map.of();
    } catch (IllegalArgumentException e) {
      throw new IOException(path + ": cannot be read as settings; remove it to begin with the defaults", e);
    }
    return properties.stringPropertyNames().stream().collect(Collectors.toMap(n -> n, properties::getProperty));
  }

  public void write(Map<String, String> content) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    var lines = new StringBuilder();
    for (var entry : new TreeMap<>(content).entrySet()) lines.append(line(entry.getKey(), entry.getValue())).append('\n');
    AtomicFile.write(path, out -> out.write(ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8))));
  }

  /// As `Properties` escapes it, without the date it would put above.
  private static String line(String name, String value) throws IOException {
    var one = new Properties();
    one.setProperty(name, value);
    var text = new StringWriter();
    one.store(text, null);
    return text.toString().lines().filter(l -> !l.startsWith("#")).findFirst().orElseThrow();
  }
}
