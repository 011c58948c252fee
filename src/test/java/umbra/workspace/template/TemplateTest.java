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
import org.junit.jupiter.params.provider.ValueSource;
import umbra.catalog.InstanceRow;
import umbra.catalog.finding.FindingState;
import umbra.catalog.finding.Findings;
import umbra.catalog.finding.RegionRow;
import umbra.catalog.finding.ReviewKinds;
import umbra.dicom.DataElement;
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
    return DataElement.ofBytes(Tag.of(0x0028, element), VR.US, new byte[] {(byte) value, 0});
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
    Learning.keep(new Template("first", device, List.of(new Box(0, 0, 10, 10))), file);
    Learning.keep(new Template("other", new Device("B", "C", "", 640, 480, ""), List.of(new Box(0, 0, 10, 10))), file);
    Learning.keep(new Template("second", device, List.of(new Box(5, 5, 10, 10), new Box(1, 1, 2, 2))), file);

    var all = TemplateFile.read(file);

    assertEquals(List.of("other", "second"), all.stream().map(Template::name).toList());
    assertEquals(new Template("second", device, List.of(new Box(5, 5, 10, 10), new Box(1, 1, 2, 2))), all.getLast());
  }

  @ParameterizedTest
  @ValueSource(strings = {"format: umbra-device-templates 2\ntemplates: []", "format: umbra-device-templates 1\ntemplate: []", HEAD + "boxs: [[0, 0, 1, 1]]}", HEAD + "boxes: [[0, 0, 65, 1]]}", HEAD + "boxes: [[0, 0, 1]]}",
      HEAD + "boxes: []}", HEAD + "software: 2.0, boxes: [[0, 0, 1, 1]]}", "format: umbra-device-templates 1\ntemplates: [{name: a, manufacturer: '', model: x, columns: 9, rows: 9, boxes: [[0, 0, 1, 1]]}]"})
  void aFileThatIsNotUnderstoodIsRefusedByName(String yaml) throws IOException {
    var file = Files.writeString(folder.resolve("bad.yaml"), yaml);

    assertTrue(assertThrows(IOException.class, () -> TemplateFile.read(file)).getMessage().contains("bad.yaml"));
  }

  @Test
  void shippedTemplatesAreUnderstood() throws IOException {
    Templates.in(List.of(Path.of("profiles/devices")));
  }
}
