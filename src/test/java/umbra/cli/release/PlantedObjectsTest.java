package umbra.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import umbra.workspace.release.CsvRows;
import umbra.workspace.release.ReleaseParts;
import umbra.cli.DecideCommand;
import umbra.cli.ImportCommand;
import umbra.cli.ScanCommand;
import umbra.cli.UmbraCommand;
import umbra.cli.ValuesCommand;
import umbra.deid.profile.ProfileStore;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.job.ComputePool;
import umbra.object.ObjectText;
import umbra.object.document.DocumentText;
import umbra.object.document.EncapsulatedDocument;
import umbra.object.presentation.PresentationText;
import umbra.object.radiotherapy.RadiotherapyText;
import umbra.object.report.ReportText;
import umbra.object.segmentation.SegmentationText;
import umbra.object.slide.SlideText;
import umbra.object.waveform.WaveformText;
import umbra.ocr.OcrResult;
import umbra.pixel.codec.TestCodecs;
import umbra.practice.PracticeCollection;
import umbra.referee.OutsideSearch;
import umbra.referee.Referee;
import umbra.workspace.scan.FixedFinder;
import umbra.workspace.scan.ScanImages;
import umbra.workspace.source.SourceFiles;

/// Identifiers planted in objects that are no plain images, taken out by the command line, and searched for by programs that are not ours.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedObjectsTest {
  private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private Path folder;
  private Path workspace;
  private List<Map<String, String>> crosswalk;

  @BeforeAll
  void curateAndExport(@TempDir Path temporary) throws IOException {
    folder = temporary;
    workspace = folder.resolve("workspace");
    PracticeCollection.write(folder.resolve("p"), 11);
    var in = folder.resolve("in");
    for (var part : List.of("rt", "seg", "sr", "ko", "doc", "pr", "ecg", "sm", "dx")) {
      Files.createDirectories(in.resolve(part));
      try (var files = Files.list(folder.resolve("p/files").resolve(part))) {
        for (var file : files.toList()) Files.copy(file, in.resolve(part).resolve(file.getFileName()));
      }
    }
    run("import", workspace, in, "--quiet");
    run("scan", workspace, "--quiet");
    var decisions = new StringBuilder("kind,object,private_creator,text,decision,replacement,reason\r\n");
    for (var row : CsvRows.of(run("values", workspace, "--csv", "--quiet"))) {
      var text = row.get("text") == null ? row.get("value") : row.get("text");
      decisions.append(String.join(",", "value", quoted(row.get("tag_path")), quoted(row.get("private_creator")), quoted(text), row.get("resembles").isBlank() ? "keep" : "remove", "", "")).append("\r\n");
    }
    decisions.append("gate,verdicts,,,pass,,a test\r\n");
    run("decide", workspace, "--decisions", Files.writeString(folder.resolve("d.csv"), decisions));
    // The picture in the letter names the patient in its upper left corner.
    run("redact", workspace, "--regions", Files.writeString(folder.resolve("r.csv"), "series_instance_uid,sop_instance_uid,frame_first,frame_last,x,y,width,height\r\n" + uids("doc/letter.dcm") + ",1,1,70,300,242,40\r\n"));
    run("export", workspace, folder.resolve("out"), "--collection", "planted", "--version", "1", "--profile", "midi-research", "--quiet");
    run("crosswalk", workspace, "--version", "1", "--out", folder.resolve("c.csv"));
    crosswalk = CsvRows.of(Files.readString(folder.resolve("c.csv")));
  }

  private String uids(String file) throws IOException {
    try (var read = new DicomReader(ReadOptions.LENIENT).read(folder.resolve("in").resolve(file))) {
      return read.dataSet().text(umbra.dicom.Tag.of(0x0020, 0x000E)).orElseThrow() + "," + read.dataSet().text(umbra.dicom.Tags.SOP_INSTANCE_UID).orElseThrow();
    }
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  private String run(Object... arguments) {
    var out = new ByteArrayOutputStream();
    var before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try (var pool = new ComputePool(2)) {
      var words = java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
      var texts = new ObjectText(List.of(new ReportText(), new RadiotherapyText(), new WaveformText(), new DocumentText(), new PresentationText(), new SegmentationText(), new SlideText()));
      var finder = new FixedFinder(new OcrResult.Texts(List.of()));
      var images = new ScanImages(new SourceFiles(), TestCodecs.all(), TestCodecs.noVideo(), new ObjectText(List.of()));
      var parts = new ReleaseParts(new SourceFiles(), pool, texts, TestPixels.seeingNothing(), new ProfileStore(List.of(Path.of("profiles"))), KEY::clone);
      UmbraCommand.run(words, List.of(new ImportCommand(new SourceFiles(), pool), new ScanCommand(images, finder, Path.of("profiles/text/words.yaml"), List.of(), pool), new ValuesCommand(new SourceFiles()), new DecideCommand(),
          new RedactCommand(), new PlanCommand(parts), new ExportCommand(parts), new CrosswalkCommand(), new VerifyCommand(new SourceFiles())));
      return out.toString(StandardCharsets.UTF_8);
    } finally {
      System.setOut(before);
    }
  }

  private Path exported(String file) {
    var row = crosswalk.stream().filter(r -> r.get("original_path").endsWith(file)).findFirst().orElseThrow();
    assertEquals("", row.get("withheld"), file);
    return folder.resolve("out").resolve(row.get("path"));
  }

  @Test
  void everyObjectLeaves() {
    assertEquals(List.of(), crosswalk.stream().filter(r -> !r.get("withheld").isEmpty()).map(r -> Path.of(r.get("original_path")).getFileName() + ": " + r.get("withheld")).toList());
    assertEquals(21, crosswalk.size());
  }

  @Test
  @org.junit.jupiter.api.Tag("referee")
  void programsThatAreNotOursFindNoPlantedIdentifier() throws Exception {
    for (var program : List.of("dcmdump", "strings", "pdftotext", "qpdf", "mutool")) Referee.require(program);
    var search = OutsideSearch.of(CsvRows.of(Files.readString(folder.resolve("p/answer-key.csv"))), List.of("files/rt", "files/seg", "files/sr", "files/ko", "files/doc", "files/pr", "files/ecg", "files/sm", "files/dx"));

    assertTrue(search.size() > 40, "there is something to search for");
    assertFalse(search.in(folder.resolve("in/doc/letter.dcm")).isEmpty(), "the search finds what is there");
    var found = new TreeMap<String, List<String>>();
    try (var walk = Files.walk(folder.resolve("out"))) {
      for (var file : walk.filter(Files::isRegularFile).toList()) {
        var hits = search.in(file);
        if (!hits.isEmpty()) found.put(file.getFileName().toString(), hits);
      }
    }
    assertEquals(Map.of(), found);
  }

  @Test
  void aLetterKeepsTheLinesThatWereDecidedAndLosesTheRest() throws IOException {
    try (var file = new DicomReader(ReadOptions.STRICT).read(exported("doc/letter.dcm"))) {
      var document = EncapsulatedDocument.of(file.dataSet()).orElseThrow();
      try (var pdf = umbra.object.document.pdf.PdfFile.open(document.bytes())) {
        assertTrue(pdf.text(1).contains("No focal lesion"), pdf.text(1));
        assertTrue(pdf.text(2).contains("Measurements"));
        assertFalse(pdf.text(1).contains("thank you for sending"));
        assertEquals(0xFF000000, pdf.picture(1, 72).argb()[320 * pdf.picture(1, 72).width() + 100], "the corner of the picture is black");
        assertTrue(pdf.parts().stream().noneMatch(p -> p.kind() == umbra.object.document.pdf.PdfPart.Kind.METADATA || p.kind() == umbra.object.document.pdf.PdfPart.Kind.ANNOTATION));
      }
      assertEquals(document.bytes().length, file.dataSet().integer(EncapsulatedDocument.LENGTH).orElseThrow());
      assertEquals("NO", file.dataSet().text(umbra.dicom.Tag.of(0x0028, 0x0301)).orElseThrow());
    }
  }

  @Test
  void labelAndOverviewAreStruckOutAndLevelsAreNot() throws IOException {
    for (var name : List.of("label", "overview")) {
      try (var file = new DicomReader(ReadOptions.STRICT).read(exported("sm/" + name + ".dcm")); var frames = umbra.pixel.codec.FrameReader.open(file, TestCodecs.all(), TestCodecs.noVideo())) {
        var values = frames.frame(0, umbra.pixel.Checkpoint.NONE).values();
        for (int i = 0; i < values.length(); i += 97) assertTrue(values.at(i) <= 1, name);
        assertEquals("YES", file.dataSet().text(umbra.dicom.Tag.of(0x0048, 0x0010)).orElseThrow(), "as an image of a label must say, even of a black one");
        assertEquals("NO", file.dataSet().text(umbra.dicom.Tag.of(0x0028, 0x0301)).orElseThrow());
      }
    }
    try (var before = new DicomReader(ReadOptions.STRICT).read(folder.resolve("in/sm/level1.dcm")); var after = new DicomReader(ReadOptions.STRICT).read(exported("sm/level1.dcm"))) {
      var pixels = new ArrayList<umbra.dicom.Value>();
      for (var file : List.of(before, after)) pixels.add(file.dataSet().find(umbra.dicom.Tags.PIXEL_DATA).orElseThrow().value());
      assertTrue(pixels.get(0) instanceof umbra.dicom.Value.Fragments(_, var a) && pixels.get(1) instanceof umbra.dicom.Value.Fragments(_, var b) && a.getFirst().sameBytes(b.getFirst()));
    }
  }

  @Test
  @org.junit.jupiter.api.Tag("referee")
  void dciodvfyFindsNoNewErrorAndDcmtkReadsAll() throws Exception {
    for (var program : List.of("dciodvfy", "dcmdump")) Referee.require(program);
    for (var row : crosswalk) {
      var after = folder.resolve("out").resolve(row.get("path"));
      var known = errors(Path.of(row.get("original_path")));
      assertEquals(List.of(), errors(after).stream().filter(e -> !known.contains(e)).toList(), row.get("original_path"));
      assertTrue(Referee.run("dcmdump", "-q", after).length > 1000);
    }
  }

  private static List<String> errors(Path file) throws Exception {
    var process = new ProcessBuilder("dciodvfy", file.toString()).redirectErrorStream(true).start();
    var errors = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1).lines().filter(l -> l.startsWith("Error")).toList();
    process.waitFor();
    return errors;
  }
}
