package umbra.workspace.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.catalog.InstanceRow;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.Findings;
import umbra.catalog.finding.RegionRow;
import umbra.catalog.finding.ReviewKinds;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.pixel.redact.region.Box;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Curation;
import umbra.workspace.curate.Review;
import umbra.workspace.intake.Intake;
import umbra.workspace.intake.Sample;
import umbra.workspace.source.SourceFiles;

class TemplateTest {
  private static final JobContext QUIET = new JobContext() {
    @Override public void progress(long done, long total) {}

    @Override public void checkCancelled() {}
  };
  private static final String HEAD = "format: umbra-device-templates 1\ntemplates:\n  - {name: a, manufacturer: ACME, model: One, columns: 64, rows: 32, ";

  @TempDir Path folder;

  private static DataElement number(int element, int value) {
    return DataElement.ofBytes(Tag.of(0x0028, element), VR.US, new byte[] {(byte) value, (byte) (value >> 8)});
  }

  private static Sample image(String name, String model, int columns) {
    return Sample.of("S", "1.1", "1.1." + name, "1.9." + name).with("Manufacturer", "Acme ").with("ManufacturerModelName", model).with("SoftwareVersions", "2.0").withPixels(new byte[32 * columns])
        .with(number(0x0010, 32)).with(number(0x0011, columns));
  }

  private Workspace workspace() throws Exception {
    image("1", "One", 64).write(folder.resolve("in/1"));
    image("2", "One", 64).write(folder.resolve("in/2"));
    image("3", "One", 60).write(folder.resolve("in/3"));
    image("4", "Two", 64).write(folder.resolve("in/4"));
    var open = Workspace.open(folder.resolve("w"), Optional.empty());
    try (var pool = new ComputePool(2)) {
      new Intake(open, new SourceFiles(), pool).run(List.of(folder.resolve("in")), QUIET);
    }
    return open;
  }

  private static InstanceRow instance(Workspace open, String name) {
    return open.catalog().collection().allSeries(0, 10).stream().filter(s -> s.seriesInstanceUid().endsWith("." + name)).map(s -> open.catalog().collection().instances(s.id()).getFirst()).findFirst().orElseThrow();
  }

  @Test
  void boxesOfOneImageAreLearnedAndSuggestedForItsEqualsOnly() throws Exception {
    try (var open = workspace()) {
      var review = new Review(open, new Curation(open, ReviewKinds.ALL));
      review.draw(List.of(new RegionRow(0, instance(open, "1").seriesId(), 0, 0, 0, 2, 3, 20, 8, "", "")), "");
      var file = folder.resolve("devices/own.yaml");

      Learning.keep(new Learning(review, new SourceFiles()).learn(instance(open, "1"), "acme").orElseThrow(), file);
      var report = new TemplateScan(open, new SourceFiles(), Templates.in(List.of(file.getParent()))).run(QUIET);

      assertEquals(new TemplateScan.Report(4, 2, 0), report);
      var findings = new Findings(open.catalog());
      var suggested = findings.ofInstance(instance(open, "2").id());
      assertEquals(List.of(new Box(2, 3, 20, 8)), suggested.stream().map(r -> new Box(r.finding().x(), r.finding().y(), r.finding().width(), r.finding().height())).toList());
      assertEquals(FindingState.OPEN, suggested.getFirst().state(), "nothing is black by itself");
      assertTrue(findings.ofInstance(instance(open, "3").id()).isEmpty(), "another size");
      assertTrue(findings.ofInstance(instance(open, "4").id()).isEmpty(), "another model");
      assertEquals(new TemplateScan.Report(0, 0, 0), new TemplateScan(open, new SourceFiles(), Templates.in(List.of(file.getParent()))).run(QUIET), "once is enough");

      review.decide(suggested, FindingState.REDACT, "");
      assertEquals(1, review.boxes(instance(open, "2").seriesId(), instance(open, "2").id()).size());
    }
  }

  @Test
  void whatWasLearnedIsReadBackAndReplacedByANewLesson() throws Exception {
    var file = folder.resolve("own.yaml");
    var device = new Device("ACME \"x\"", "One: 1", "", 640, 480, "0,0,639,399 10,400,600,470");
    Learning.keep(new Template("first", "", device, Fit.EXACT, List.of(new Box(0, 0, 10, 10))), file);
    Learning.keep(new Template("other", "a list", new Device("B", "C", "", 0, 480, ""), new Fit(true, "US", "SECONDARY"), List.of(new Box(0, 0, 10, 10))), file);
    Learning.keep(new Template("second", "", device, Fit.EXACT, List.of(new Box(5, 5, 10, 10), new Box(1, 1, 2, 2))), file);

    var all = TemplateFile.read(file);

    assertEquals(List.of("other", "second"), all.stream().map(Template::name).toList());
    assertEquals(new Template("other", "a list", new Device("B", "C", "", 0, 480, ""), new Fit(true, "US", "SECONDARY"), List.of(new Box(0, 0, 10, 10))), all.getFirst());
    assertEquals(new Template("second", "", device, Fit.EXACT, List.of(new Box(5, 5, 10, 10), new Box(1, 1, 2, 2))), all.getLast());
  }

  @ParameterizedTest
  @ValueSource(strings = {"format: umbra-device-templates 2\ntemplates: []", "format: umbra-device-templates 1\ntemplate: []", HEAD + "boxs: [[0, 0, 1, 1]]}", HEAD + "boxes: [[0, 0, 65, 1]]}", HEAD + "boxes: [[0, 0, 1]]}",
      HEAD + "boxes: []}", HEAD + "software: 2.0, boxes: [[0, 0, 1, 1]]}", "format: umbra-device-templates 1\ntemplates: [{name: a, manufacturer: '', model: x, columns: 9, rows: 9, boxes: [[0, 0, 1, 1]]}]"})
  void aFileThatIsNotUnderstoodIsRefusedByName(String yaml) throws IOException {
    var file = Files.writeString(folder.resolve("bad.yaml"), yaml);

    assertTrue(assertThrows(IOException.class, () -> TemplateFile.read(file)).getMessage().contains("bad.yaml"));
  }

  @ParameterizedTest
  @CsvSource({"US, One, 480, ORIGINAL\\SECONDARY, true", "US, One 7G, 480, SECONDARY, true", "CT, One, 480, SECONDARY, false", "US, Two, 480, SECONDARY, false", "US, One, 481, SECONDARY, false", "US, One, 480, PRIMARY, false"})
  void partsOfMakerModelAndImageTypeAreEnoughWhereTheTemplateSaysSo(String modality, String model, int rows, String imageType, boolean fits) {
    var template = new Template("t", "", new Device("acme", "one", "", 0, 480, ""), new Fit(true, "US", "SECONDARY"), List.of(new Box(0, 0, 900, 10)));
    var header = DataSet.of(DataElement.ofAscii(Tag.of(0x0008, 0x0008), VR.CS, imageType), DataElement.ofAscii(Tag.of(0x0008, 0x0060), VR.CS, modality), DataElement.ofAscii(Tag.of(0x0008, 0x0070), VR.LO, "ACME Medical"),
        DataElement.ofAscii(Tag.of(0x0008, 0x1090), VR.LO, model), number(0x0010, rows), number(0x0011, 640));

    assertEquals(fits, template.fits(header));
    assertEquals(List.of(new Box(0, 0, 640, 10)), template.within(640, 480), "a box ends at the edge");
  }

  @Test
  void boxesInsideOthersAreNotSuggestedTwiceAndThoseOfATemplateAreEqualTexts() throws Exception {
    try (var open = workspace()) {
      var device = new Device("Acme", "One", "", 64, 32, "");
      var templates = new Templates(List.of(new Template("small", "", device, Fit.EXACT, List.of(new Box(0, 0, 20, 5))), new Template("large", "a list", device, Fit.EXACT, List.of(new Box(0, 0, 64, 8), new Box(0, 28, 64, 4)))), "1");

      new TemplateScan(open, new SourceFiles(), templates).run(QUIET);

      var suggested = new Findings(open.catalog()).ofInstance(instance(open, "1").id());
      assertEquals(List.of("Template of this device: large, 2 boxes", "Template of this device: large, 2 boxes"), suggested.stream().map(r -> r.finding().text()).toList());
      assertTrue(suggested.getFirst().finding().why().endsWith("source: a list"));
    }
  }

  @Test
  void everyShippedTemplateNamesItsSourceAndSpeaksOfOneKindOfImageOnly() throws IOException {
    var all = Templates.in(List.of(Path.of("profiles/devices"))).all();

    assertTrue(all.size() > 60, () -> all.size() + " templates");
    for (var template : all) assertTrue(!template.source().isEmpty() && template.device().rows() > 0, template::name);
    assertEquals(all.size(), all.stream().map(t -> List.of(t.device(), t.fit(), t.boxes())).distinct().count(), "none twice");
  }
}
