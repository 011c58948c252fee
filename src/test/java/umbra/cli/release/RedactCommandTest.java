package umbra.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.audit.Author;
import umbra.catalog.finding.Finding;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.Findings;
import umbra.catalog.finding.Severity;
import umbra.cli.ImportCommand;
import umbra.cli.UmbraCommand;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.write.DicomWriter;
import umbra.job.ComputePool;
import umbra.workspace.Workspace;
import umbra.workspace.source.SourceFiles;

/// `umbra redact` and `umbra regions` as people script with them.
class RedactCommandTest {
  private static final String HEADER = "series_instance_uid,sop_instance_uid,frame_first,frame_last,x,y,width,height,state,author,reason\n";

  @TempDir Path folder;
  private Path workspace;
  private String series;
  private String instance;

  private record Run(int code, String out, String err) {}

  @BeforeEach
  void importAnImage() throws Exception {
    workspace = folder.resolve("workspace");
    var image = DataSet.of(DataElement.ofAscii(Tags.SOP_CLASS_UID, VR.UI, "1.2.840.10008.5.1.4.1.1.7"), DataElement.ofAscii(Tags.SOP_INSTANCE_UID, VR.UI, "1.1.1.1"),
        DataElement.ofAscii(Tags.PATIENT_ID, VR.LO, "A"), DataElement.ofAscii(Tag.of(0x0020, 0x000D), VR.UI, "1.1"), DataElement.ofAscii(Tag.of(0x0020, 0x000E), VR.UI, "1.1.1"),
        DataElement.ofBytes(Tags.ROWS, VR.US, new byte[] {50, 0}), DataElement.ofBytes(Tags.COLUMNS, VR.US, new byte[] {61, 0}),
        DataElement.ofBytes(Tags.BITS_ALLOCATED, VR.US, new byte[] {8, 0}), DataElement.ofBytes(Tags.PIXEL_DATA, VR.OB, new byte[3050]));
    new DicomWriter().write(DicomWriter.newFile(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), folder.resolve("image.dcm"));
    assertEquals(0, run("import", workspace, folder.resolve("image.dcm")).code());
    try (var open = Workspace.openExisting(workspace, Optional.empty(), Author.ofThisComputer())) {
      var row = open.catalog().collection().allSeries(0, 1).getFirst();
      series = row.seriesInstanceUid();
      instance = open.catalog().collection().instances(row.id()).getFirst().sopInstanceUid();
    }
  }

  private Run run(Object... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var before = List.of(System.out, System.err);
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try (var pool = new ComputePool(2)) {
      var words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
      int code = UmbraCommand.run(words, List.of(new ImportCommand(new SourceFiles(), pool), new RedactCommand(), new RegionsCommand(new SourceFiles())));
      return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before.get(0));
      System.setErr(before.get(1));
    }
  }

  private Run redact(String... rows) throws Exception {
    var file = folder.resolve("regions.csv");
    Files.writeString(file, HEADER + String.join("\n", rows));
    return run("redact", workspace, "--regions", file, "--author", "Ann");
  }

  private List<String> regions() {
    return run("regions", workspace, "--csv").out().lines().skip(1).toList();
  }

  @Test
  void boxesForASeriesAndForAnInstanceAreDrawnAndListed() throws Exception {
    var run = redact(series + ",,,,0,0,20,10,,,\"name, top\"", series + "," + instance + ",1,1,-5,40,30,20,drawn,Bob,");

    assertEquals(0, run.code(), run.err());
    assertEquals(List.of(series + ",,,,0,0,20,10,drawn,Ann,\"name, top\"", series + "," + instance + ",1,1,-5,40,30,20,drawn,Bob,"), regions());
  }

  @Test
  void whatIsListedCanBeReadAgainAndIsNotDrawnTwice() throws Exception {
    redact(series + ",,,,0,0,20,10,,,");

    var run = redact(regions().getFirst(), regions().getFirst());

    assertEquals("0 boxes drawn, 2 as before", run.out().strip());
    assertEquals(1, regions().size());
  }

  @Test
  void oneWrongRowRefusesTheWholeFileAndIsNamed() throws Exception {
    var good = series + ",,,,0,0,20,10,,,";
    for (var wrong : List.of("9.9,,,,0,0,2,2,,,", series + ",9.9,,,0,0,2,2,,,", series + ",,,,0,0,0,2,,,", series + ",,,,zero,0,2,2,,,", series + ",,1,,0,0,2,2,,,", series + ",,2,1,0,0,2,2,,,",
        series + ",,0,1,0,0,2,2,,,", series + ",,2,2,0,0,2,2,,,", series + ",,,,61,0,2,2,,,", series + ",,,,0,-2,2,2,,,", series + ",,,,0,0,2,2,gone,,", series + ",,,")) {
      var run = redact(good, wrong);

      assertEquals(2, run.code(), wrong);
      assertTrue(run.err().contains("row 3"), run.err());
      assertEquals(List.of(), regions(), wrong);
    }
  }

  @Test
  void boxesOfFindingsToBeRedactedAreListedAsApplied() throws Exception {
    try (var open = Workspace.openExisting(workspace, Optional.empty(), Author.ofThisComputer())) {
      var row = open.catalog().collection().instances(open.catalog().collection().allSeries(0, 1).getFirst().id()).getFirst();
      var findings = new Findings(open.catalog());
      findings.replace(row.id(), "text", Optional.of("1"), List.of(new Finding("text-name", Severity.SUSPECT, 0, 0, 3, 4, 5, 6, "", "X", "", 1)));
      assertEquals(List.of(), regionsWithin(open));
      new umbra.workspace.curate.Review(open, new umbra.workspace.curate.Curation(open, umbra.catalog.finding.ReviewKinds.ALL)).decide(findings.page(0, 1), FindingState.REDACT, "");
    }

    var listed = regions();

    assertEquals(1, listed.size());
    assertTrue(listed.getFirst().startsWith(series + "," + instance + ",1,1,3,4,5,6,applied,,finding "), listed.getFirst());
  }

  private static List<?> regionsWithin(Workspace open) {
    return new umbra.catalog.finding.Regions(open.catalog()).page(0, 10);
  }
}
