package umbra.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  private long files() throws IOException {
    try (var all = Files.list(folder)) {
      return all.count();
    }
  }

  @Test
  void appearsWhole() throws IOException {
    var target = folder.resolve("a.bin");

    AtomicFile.write(target, out -> out.write(ByteBuffer.wrap("new".getBytes())));

    assertEquals("new", Files.readString(target));
    assertEquals(1, files());
  }

  @Test
  void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
    var target = Files.writeString(folder.resolve("a.bin"), "old");

    assertThrows(IOException.class, () -> AtomicFile.write(target, out -> {
      out.write(ByteBuffer.wrap("half".getBytes()));
      throw new IOException("disk full");
    }));

    assertEquals("old", Files.readString(target));
    assertEquals(1, files());
  }
}
