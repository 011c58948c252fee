package umbra.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedFilesTest {
  @TempDir
  private Path folder;

  private Path file(String name, int length, int value) throws IOException {
    var bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return Files.write(folder.resolve(name), bytes);
  }

  @Test
  void aShortFileIsReadAtOnceAndALongerOneIsMapped() throws IOException {
    var files = new LoadedFiles(5000);
    var five = file("five", 5000, 5);
    try (var loaded = files.open(five); var mapped = files.open(file("more", 5001, 5))) {
      assertArrayEquals(Files.readAllBytes(five), loaded.all().toArray());
      assertEquals(five.toString(), loaded.name());
      assertFalse(loaded.view(0, 1).isMapped());
      assertTrue(mapped.view(0, 1).isMapped());
    }
  }

  @Test
  void filesThatAreOpenAtOnceDoNotShareMemory() throws IOException {
    var files = new LoadedFiles(100);
    try (var one = files.open(file("one", 10, 1)); var two = files.open(file("two", 20, 2))) {
      assertEquals(1, one.all().u8(9));
      assertEquals(2, two.all().u8(19));
      assertTrue(one.view(0, 1).isReadOnly());
    }
  }

  @Test
  void whatIsClosedCannotBeSeenThroughTheNextFile() throws IOException {
    var files = new LoadedFiles(100);
    var closed = files.open(file("one", 30, 1));
    var slice = closed.all();
    var view = closed.view(0, 30);
    closed.close();
    closed.close();

    try (var next = files.open(file("two", 20, 2)); var other = files.open(file("three", 20, 3))) {
      assertEquals(20, next.size());
      assertArrayEquals(Files.readAllBytes(folder.resolve("two")), next.all().toArray());
      assertArrayEquals(Files.readAllBytes(folder.resolve("three")), other.all().toArray());
      assertThrows(IllegalStateException.class, slice::toArray);
      assertThrows(IllegalStateException.class, () -> view.get(ValueLayout.JAVA_BYTE, 0));
    }
  }

  @Test
  void anEmptyFileIsEmptyAndAFolderIsNone() throws IOException {
    try (var empty = new LoadedFiles(10).open(file("empty", 0, 0))) {
      assertEquals(0, empty.size());
    }
    assertThrows(IOException.class, () -> new LoadedFiles(10).open(folder));
  }

  @Test
  void anotherThreadSeesTheSameBytesUntilItIsClosed() throws Exception {
    var files = new LoadedFiles(100);
    try (var others = Executors.newSingleThreadExecutor()) {
      var source = files.open(file("one", 30, 1));
      assertEquals(1, others.submit(() -> source.all().u8(29)).get());
      var copy = others.submit(() -> source.view(0, 30)).get();
      source.close();
      try (var next = files.open(file("two", 20, 2))) {
        assertEquals(2, next.all().u8(0));
        assertEquals(1, copy.get(ValueLayout.JAVA_BYTE, 0));
        assertInstanceOf(IllegalStateException.class, assertThrows(ExecutionException.class, () -> others.submit(() -> source.view(0, 1)).get()).getCause());
      }
    }
  }

  @Test
  void memoryThatAnotherThreadClosedIsNotFilledAgain() throws Exception {
    var files = new LoadedFiles(100);
    try (var others = Executors.newSingleThreadExecutor()) {
      var source = files.open(file("one", 30, 1));
      var view = source.view(0, 30);
      others.submit(() -> {
        source.close();
        return "closed";
      }).get();
      try (var next = files.open(file("two", 20, 2))) {
        assertEquals(2, next.all().u8(0));
        assertEquals(1, view.get(ValueLayout.JAVA_BYTE, 0));
      }
    }
  }
}
