package umbra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import umbra.app.Parts;
import umbra.app.Start;
import umbra.app.Window;
import umbra.app.preference.UserFolders;
import umbra.app.review.Scanner;
import umbra.cli.AuditCommand;
import umbra.cli.DecideCommand;
import umbra.cli.ExitCode;
import umbra.cli.FindingsCommand;
import umbra.cli.ImportCommand;
import umbra.cli.InspectCommand;
import umbra.cli.ListCommand;
import umbra.cli.OpenCommand;
import umbra.cli.PixelsCommand;
import umbra.cli.PracticeCommand;
import umbra.cli.RenderCommand;
import umbra.cli.ScanCommand;
import umbra.cli.TextCommand;
import umbra.cli.UmbraCommand;
import umbra.cli.release.CrosswalkCommand;
import umbra.cli.release.ExportCommand;
import umbra.cli.release.PlanCommand;
import umbra.cli.release.SubjectsCommand;
import umbra.cli.release.VerifyCommand;
import umbra.cli.ValuesCommand;
import umbra.cli.deidentify.DeidentifyCommand;
import umbra.cli.deidentify.ProfilesCommand;
import umbra.cli.release.RedactCommand;
import umbra.cli.release.RegionsCommand;
import umbra.deid.profile.ProfileStore;
import umbra.dicom.TransferSyntax;
import umbra.job.ComputePool;
import umbra.object.ObjectText;
import umbra.object.radiotherapy.RadiotherapyText;
import umbra.object.document.DocumentText;
import umbra.object.presentation.PresentationText;
import umbra.object.report.ReportText;
import umbra.object.segmentation.SegmentationText;
import umbra.object.slide.SlideText;
import umbra.object.waveform.WaveformText;
import umbra.ocr.TextFinder;
import umbra.ocr.engine.OcrEngine;
import umbra.ocr.judge.TextJudge;
import umbra.ocr.judge.Vocabulary;
import umbra.ocr.model.NativeFolder;
import umbra.pixel.codec.Codecs;
import umbra.pixel.redact.Redaction;
import umbra.pixel.redact.proof.RedactionProof;
import umbra.pixel.codec.ffmpeg.Htj2kDecoder;
import umbra.pixel.codec.ffmpeg.VideoStreams;
import umbra.pixel.codec.jpeg.JpegDecoder;
import umbra.pixel.codec.jpeg.encode.JpegBaselineEncoder;
import umbra.pixel.codec.jpeg.encode.JpegLosslessEncoder;
import umbra.pixel.codec.jpeg2000.Jpeg2000Decoder;
import umbra.pixel.codec.jpeg2000.Jpeg2000Encoder;
import umbra.pixel.codec.jpegls.JpegLsDecoder;
import umbra.pixel.codec.jpegls.JpegLsEncoder;
import umbra.pixel.codec.plain.PlainDecoder;
import umbra.pixel.codec.rle.RleDecoder;
import umbra.pixel.codec.rle.RleEncoder;
import umbra.workspace.Workspace;
import umbra.workspace.release.ReleaseParts;
import umbra.workspace.scan.Scan;
import umbra.workspace.scan.ScanImages;
import umbra.workspace.scan.SecondLook;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.template.TemplateScan;
import umbra.workspace.template.Templates;

/// Starts Umbra and puts its parts together with plain constructors.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length == 1 && arguments[0].equals("--version")) {
      System.out.println("umbra " + version());
      return;
    }
    var parts = parts();
    var start = window(arguments);
    System.exit(start.isPresent() ? show(parts, start.get()) : UmbraCommand.run(arguments, commands(parts)));
  }

  /// The plain ways into the window, which so need not wait until a command line is understood; empty for all others.
  private static Optional<Start> window(String[] arguments) {
    if (arguments.length == 0) return Optional.of(new Start.Empty());
    if (arguments.length == 1 && arguments[0].equals("open")) return Optional.of(new Start.Empty());
    if (arguments.length == 3 && arguments[0].equals("open") && arguments[1].equals("--practice")) return Optional.of(new Start.Practice(Path.of(arguments[2])));
    var last = arguments[arguments.length - 1];
    boolean named = arguments.length == 1 || arguments.length == 2 && arguments[0].equals("open");
    return named && !last.startsWith("-") && Workspace.isWorkspace(Path.of(last)) ? Optional.of(new Start.Open(Path.of(last))) : Optional.empty();
  }

  private static int show(Parts parts, Start start) throws InterruptedException {
    try {
      new Window(parts, Main::openOutside, () -> System.out.println("shown")).show(start);
      return ExitCode.DONE;
    } catch (IOException e) {
      System.err.println("umbra: " + e.getMessage());
      return ExitCode.USAGE;
    }
  }

  /// Named, so that nothing of the window is loaded before it is wanted.
  private record Screen(Parts parts) implements OpenCommand.Screen {
    @Override
    public void show(Optional<Path> workspace, Optional<Path> practice) throws InterruptedException, IOException {
      var start = practice.<Start>map(Start.Practice::new).or(() -> workspace.map(Start.Open::new)).orElseGet(Start.Empty::new);
      new Window(parts, Main::openOutside, () -> System.out.println("shown")).show(start);
    }
  }

  private static Parts parts() {
    var compute = new ComputePool(Runtime.getRuntime().availableProcessors());
    var folders = UserFolders.of(System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
    var files = new SourceFiles();
    var codecs = codecs(compute);
    var streams = new VideoStreams();
    var images = new ScanImages(files, codecs, streams, objectText());
    var profiles = profiles(folders);
    var ocr = new OcrEngine(home().resolve("models"), NativeFolder.userCache());
    return new Parts(files, compute, codecs, streams, folders, profiles, scanner(images, folders, compute, ocr), release(images, compute, profiles, ocr), Runtime.getRuntime().maxMemory());
  }

  /// The known devices and the text engine for the window, the engine loaded when it is first wanted.
  private static Scanner scanner(ScanImages images, UserFolders folders, ComputePool compute, TextFinder engine) {
    return (workspace, context) -> {
      new TemplateScan(workspace, images.files(), Templates.in(templates(folders))).run(context);
      return new Scan(workspace, images, engine, new TextJudge(Files.exists(words()) ? Vocabulary.read(words()) : Vocabulary.empty()), compute).run(context);
    };
  }

  /// Device templates of the installation, and the user's own.
  private static List<Path> templates(UserFolders folders) {
    return List.of(home().resolve("profiles/devices"), folders.configuration().resolve("profiles/devices"));
  }

  private static String version() {
    var version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(built from source)" : version;
  }

  private static List<Object> commands(Parts parts) {
    var compute = parts.compute();
    var codecs = parts.codecs();
    var streams = parts.streams();
    var ocr = new OcrEngine(home().resolve("models"), NativeFolder.userCache());
    return List.of(
        new InspectCommand(),
        new PixelsCommand(codecs, streams),
        new RenderCommand(codecs, streams),
        new PracticeCommand(),
        new ImportCommand(parts.files(), compute),
        new ListCommand(),
        new AuditCommand(),
        new ValuesCommand(parts.files()),
        new DecideCommand(),
        new PlanCommand(parts.release()),
        new ExportCommand(parts.release()),
        new CrosswalkCommand(),
        new VerifyCommand(parts.files()),
        new ScanCommand(scanImages(parts), ocr, words(), templates(parts.folders()), compute),
        new FindingsCommand(),
        new RedactCommand(),
        new RegionsCommand(parts.files()),
        new SubjectsCommand(),
        new TextCommand(objectText()),
        new ProfilesCommand(parts.profiles()),
        new DeidentifyCommand(parts.profiles(), compute, parts.release().pixels(), Main::newKey),
        new OpenCommand(new Screen(parts)));
  }

  /// Starts the program of this computer for a file or folder.
  private static boolean openOutside(Path file) {
    var system = System.getProperty("os.name");
    var program = system.contains("Win") ? "explorer" : system.contains("Mac") ? "open" : "xdg-open";
    try {
      new ProcessBuilder(program, file.toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      return true;
    } catch (java.io.IOException _) {
      return false;
    }
  }

  private static byte[] newKey() {
    var key = new byte[32];
    new SecureRandom().nextBytes(key);
    return key;
  }

  /// Profiles of the installation, and the user's own.
  private static ProfileStore profiles(UserFolders folders) {
    var installed = Files.isDirectory(home().resolve("profiles")) ? home().resolve("profiles") : Path.of("profiles");
    return new ProfileStore(List.of(installed, folders.configuration().resolve("profiles")));
  }

  /// The folder of this installation, which its starter names; else that beside the jar, or the build's own.
  private static Path home() {
    return Optional.ofNullable(System.getProperty("umbra.home")).map(Path::of).or(Main::besideTheJar).orElse(Path.of("target/umbra"));
  }

  private static Optional<Path> besideTheJar() {
    var code = Optional.ofNullable(Main.class.getProtectionDomain().getCodeSource()).map(s -> Path.of(s.getLocation().getPath()));
    return code.filter(p -> p.toString().endsWith(".jar")).map(p -> p.toAbsolutePath().getParent().getParent());
  }

  /// The word lists beside the program, or of the source tree.
  private static Path words() {
    var installed = home().resolve("profiles/text/words.yaml");
    return Files.exists(installed) ? installed : Path.of("profiles/text/words.yaml");
  }

  private static ReleaseParts release(ScanImages images, ComputePool compute, ProfileStore profiles, TextFinder ocr) {
    var pixels = new ReleaseParts.Pixels(new Redaction(images.codecs(), images.streams()), new RedactionProof(images.codecs(), images.streams()),
        () -> new SecondLook(images, ocr, new TextJudge(Files.exists(words()) ? Vocabulary.read(words()) : Vocabulary.empty())));
    return new ReleaseParts(images.files(), compute, objectText(), pixels, profiles, Main::newKey);
  }

  private static ScanImages scanImages(Parts parts) {
    return new ScanImages(parts.files(), parts.codecs(), parts.streams(), objectText());
  }

  /// The families of objects whose text Umbra reads.
  private static ObjectText objectText() {
    return new ObjectText(List.of(new ReportText(), new RadiotherapyText(), new WaveformText(), new DocumentText(), new PresentationText(), new SegmentationText(), new SlideText()));
  }

  private static Codecs codecs(ComputePool compute) {
    return new Codecs(
        List.of(new RleDecoder(), new PlainDecoder(), new JpegDecoder(), new JpegLsDecoder(), new Jpeg2000Decoder(compute::forEach, Optional.empty()), new Htj2kDecoder()),
        List.of(new RleEncoder(), new JpegBaselineEncoder(90), new JpegLosslessEncoder(TransferSyntax.JPEG_LOSSLESS),
            new JpegLosslessEncoder(TransferSyntax.JPEG_LOSSLESS_SV1), new JpegLsEncoder(), new Jpeg2000Encoder()));
  }
}
