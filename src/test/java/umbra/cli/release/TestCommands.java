package umbra.cli.release;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import umbra.cli.AuditCommand;
import umbra.cli.DecideCommand;
import umbra.cli.ImportCommand;
import umbra.cli.UmbraCommand;
import umbra.cli.ValuesCommand;
import umbra.cli.deidentify.DeidentifyCommand;
import umbra.deid.profile.ProfileStore;
import umbra.job.ComputePool;
import umbra.object.ObjectText;
import umbra.object.presentation.PresentationText;
import umbra.object.radiotherapy.RadiotherapyText;
import umbra.object.report.ReportText;
import umbra.object.segmentation.SegmentationText;
import umbra.object.slide.SlideText;
import umbra.workspace.release.ReleaseParts;
import umbra.workspace.source.SourceFiles;

/// Runs the commands of a release as a shell would, with a fixed key and a detector that sees no text.
final class TestCommands {
  private static final String HEADER = "kind,object,private_creator,text,decision,replacement,reason\n";

  private TestCommands() {}

  record Run(int code, String out, String err) {}

  static Run run(Object... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var before = List.of(System.out, System.err);
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try (var pool = new ComputePool(2)) {
      var words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
      var texts = new ObjectText(List.of(new ReportText(), new RadiotherapyText(), new SegmentationText(), new PresentationText(), new SlideText()));
      var parts = new ReleaseParts(new SourceFiles(), pool, texts, TestPixels.seeingNothing(), new ProfileStore(List.of(Path.of("profiles"))), "0123456789abcdef".getBytes(StandardCharsets.US_ASCII)::clone);
      int code = UmbraCommand.run(words, List.of(new ImportCommand(new SourceFiles(), pool), new DecideCommand(), new RedactCommand(), new PlanCommand(parts), new ExportCommand(parts), new CrosswalkCommand(),
          new VerifyCommand(new SourceFiles()), new SubjectsCommand(), new AuditCommand(), new ValuesCommand(new SourceFiles()), new DeidentifyCommand(parts.profiles(), pool, parts.pixels(), parts.newKey())));
      return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before.get(0));
      System.setErr(before.get(1));
    }
  }

  /// Lines of decisions that pass gates.
  static String passing(String... gates) {
    return HEADER + Stream.of(gates).map(g -> "gate," + g + ",,,pass,,a test\n").collect(Collectors.joining());
  }
}
