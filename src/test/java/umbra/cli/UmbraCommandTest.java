package umbra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.pixel.codec.TestCodecs;
import umbra.practice.PracticeCollection;

/// The command line as people script with it: output, errors, exit codes.
class UmbraCommandTest {
  @TempDir static Path folder;

  /// What a command printed and how it ended.
  private record Run(int code, String out, String err) {}

  @BeforeAll
  static void writePracticeFiles() throws IOException {
    PracticeCollection.write(folder, 1);
  }

  private Run run(Object... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var before = List.of(System.out, System.err);
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      var words = java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
      var codecs = TestCodecs.all();
      var streams = TestCodecs.noVideo();
      int code = UmbraCommand.run(words, List.of(new InspectCommand(), new PixelsCommand(codecs, streams), new RenderCommand(codecs, streams), new PracticeCommand()));
      return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before.get(0));
      System.setErr(before.get(1));
    }
  }

  private Path file(String name) {
    return folder.resolve("files").resolve(name);
  }

  @Test
  void inspectPrintsNamesValuesAndItems() {
    var run = run("inspect", file("sr/report.dcm"));

    assertEquals(0, run.code());
    assertTrue(run.out().contains("(0008,0016) UI       30  SOP Class UID: 1.2.840.10008.5.1.4.1.1.88.11 = Basic Text SR Storage"), run.out());
    assertTrue(run.out().contains("Item 2"));
  }

  @Test
  void inspectPrintsJsonWithBulkOnlyWhenAsked() {
    var run = run("inspect", "--json", file("mr/slice01.dcm"));

    assertEquals(0, run.code());
    assertTrue(run.out().contains("\"BulkDataURI\""));
    assertTrue(run("inspect", "--json", "--bulk", file("mr/slice01.dcm")).out().contains("\"InlineBinary\""));
  }

  @Test
  void pixelsPrintsARowAFrame() {
    var lines = run("pixels", file("us/cine.dcm")).out().lines().toList();

    assertEquals("frame,rows,columns,samples,bits_allocated,bits_stored,signed,photometric,sha256", lines.getFirst());
    assertEquals(21, lines.size());
    assertTrue(lines.get(20).matches("20,240,320,3,8,8,0,RGB,[0-9a-f]{64}"), lines.get(20));
  }

  @Test
  void oneFrameIsWrittenAsItIs() throws IOException {
    var raw = folder.resolve("frame.raw");

    assertEquals(0, run("pixels", file("us/cine.dcm"), "--frame", 3, "--out", raw).code());

    assertEquals(240 * 320 * 3, Files.size(raw));
  }

  @Test
  void renderWritesAPng() throws IOException {
    var png = folder.resolve("picture.png");

    assertEquals(0, run("render", file("ct/slice050.dcm"), "--out", png, "--window", "40,400").code());

    assertEquals(0x89, Files.readAllBytes(png)[0] & 0xFF);
  }

  @Test
  void whatCannotBeReadIsOneLineThatNamesTheFile() {
    for (var path : List.of(file("broken/unreadable.dcm"), folder.resolve("nothing.dcm"), folder)) {
      var run = run("inspect", path);

      assertEquals(1, run.code());
      assertEquals(1, run.err().lines().count(), run.err());
      assertTrue(run.err().startsWith("umbra: ") && run.err().contains(path.toString()), run.err());
    }
    assertEquals(1, run("pixels", file("sr/report.dcm")).code());
  }

  @Test
  void wrongUsageIsExitCodeTwo() {
    assertEquals(2, run("pixels", file("us/cine.dcm"), "--frame", 21).code());
    assertEquals(2, run("pixels", file("us/cine.dcm"), "--out", "x.raw").code());
    assertEquals(2, run("render", file("us/cine.dcm"), "--out", "x.png", "--window", "wide").code());
    assertEquals(2, run("conquer").code());
    assertEquals(2, run().code());
    assertFalse(Files.exists(Path.of("x.png")));
  }

  @Test
  void helpNamesAllCommands() {
    var run = run("--help");

    assertEquals(0, run.code());
    for (var command : List.of("inspect", "pixels", "render", "practice", "help")) assertTrue(run.out().contains(command), command);
    assertEquals(0, run("help", "pixels").code());
  }

  @Test
  void everyCommandExplainsItselfAndHasNoVersionOfItsOwn() {
    var run = run("inspect", "--help");

    assertEquals(0, run.code());
    assertTrue(run.out().startsWith("Usage: umbra inspect"), run.out());
    assertEquals(2, run("inspect", "-V").code());
  }
}
