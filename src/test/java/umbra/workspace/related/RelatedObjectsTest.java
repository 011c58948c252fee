package umbra.workspace.related;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.InstanceRow;
import umbra.catalog.SeriesRow;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.pixel.Checkpoint;
import umbra.workspace.Workspace;
import umbra.workspace.intake.Intake;
import umbra.workspace.intake.Sample;
import umbra.workspace.source.SourceFiles;

/// A CT of two slices and an MR in one space, another CT in another; and objects that speak of them.
class RelatedObjectsTest {
  private static final JobContext QUIET = new JobContext() {
    @Override public void progress(long done, long total) {}

    @Override public void checkCancelled() {}
  };
  private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
  private static final String STRUCTURES = "1.2.840.10008.5.1.4.1.1.481.3";
  private static final String PRESENTATION = "1.2.840.10008.5.1.4.1.1.11.1";
  private static final String REGISTRATION = "1.2.840.10008.5.1.4.1.1.66.1";

  @TempDir Path folder;
  private Workspace workspace;
  private RelatedObjects related;

  @BeforeEach
  void importAll() throws Exception {
    image("1.1", "1.1.1", "CT", "space", 0);
    image("1.1", "1.1.2", "CT", "space", 3);
    image("1.2", "1.2.1", "MR", "space", 0);
    image("1.3", "1.3.1", "CT", "elsewhere", 0);
    object("2.1", STRUCTURES, "RTSTRUCT", space("space"));
    object("2.2", PRESENTATION, "PR", reference("1.3.1"));
    object("2.3", PRESENTATION, "PR", reference("9.9.9"));
    object("2.4", REGISTRATION, "REG", space("space"));
    Sample.of("other", "5", "5.1", "5.1.1").with("SOPClassUID", CT).with("Modality", "CT").with("FrameOfReferenceUID", "space").withPixels((byte) 1).write(folder.resolve("in/other.dcm"));
    workspace = Workspace.open(folder.resolve("w"), Optional.empty());
    try (var pool = new ComputePool(2)) {
      new Intake(workspace, new SourceFiles(), pool).run(List.of(folder.resolve("in")), QUIET);
    }
    related = new RelatedObjects(workspace.catalog(), new SourceFiles());
  }

  @AfterEach
  void close() throws Exception {
    workspace.close();
  }

  private void image(String series, String uid, String modality, String space, int z) throws Exception {
    Sample.of("S", "1", series, uid).with("SOPClassUID", CT).with("Modality", modality).with("FrameOfReferenceUID", space).with("ImagePositionPatient", "0\\0\\" + z)
        .with("ImageOrientationPatient", "1\\0\\0\\0\\1\\0").with("PixelSpacing", "1\\1").with("SliceThickness", "9").with("InstanceNumber", Integer.toString(z)).withPixels((byte) 1, (byte) 2)
        .write(folder.resolve("in/" + uid + ".dcm"));
  }

  private void object(String uid, String sopClass, String modality, DataElement element) throws Exception {
    Sample.of("S", "1", uid + ".0", uid).with("SOPClassUID", sopClass).with("Modality", modality).with(element).write(folder.resolve("in/" + uid + ".dcm"));
  }

  private static DataElement space(String uid) {
    return DataElement.ofAscii(Tag.of(0x0020, 0x0052), VR.UI, uid);
  }

  private static DataElement reference(String uid) {
    return DataElement.ofItems(Tag.of(0x0008, 0x1115), List.of(DataSet.of(DataElement.ofItems(Tag.of(0x0008, 0x1140), List.of(DataSet.of(DataElement.ofAscii(Tag.of(0x0008, 0x1155), VR.UI, uid)))))));
  }

  private InstanceRow instance(String uid) {
    return workspace.catalog().collection().variants(uid).getFirst();
  }

  private SeriesRow seriesOf(String uid) {
    return workspace.catalog().collection().findSeries(instance(uid).seriesId()).orElseThrow();
  }

  private List<String> over(String uid) {
    var series = seriesOf(uid);
    return related.over(series, workspace.catalog().collection().instances(series.id()), Checkpoint.NONE).stream().map(InstanceRow::sopInstanceUid).sorted().toList();
  }

  private Optional<String> under(String uid) {
    return related.under(instance(uid)).map(SeriesRow::seriesInstanceUid);
  }

  @Test
  void whatFillsASpaceIsDrawnOverAllImagesInIt() {
    assertEquals(List.of("2.1"), over("1.1.1"));
    assertEquals(List.of("2.1"), over("1.2.1"));
  }

  @Test
  void whatNamesAnImageIsDrawnOverItsSeriesOnly() {
    assertEquals(List.of("2.2"), over("1.3.1"));
  }

  @Test
  void anotherSubjectWithTheSameUidIsAnotherMatter() {
    assertEquals(List.of(), over("5.1.1"));
  }

  @Test
  void anObjectLiesOnTheImagesItNamesElseOnTheCtOfItsSpace() {
    assertEquals(Optional.of("1.3"), under("2.2"));
    assertEquals(Optional.of("1.1"), under("2.1"), "the CT rather than the MR");
    assertEquals(Optional.empty(), under("2.3"), "its images are not here");
  }

  @Test
  void theResidentsOfASpaceAreItsSeriesOfImages() {
    var residents = related.residents(instance("2.4"), "space");

    assertEquals(List.of("1.1 1.1.1", "1.2 1.2.1"), residents.stream().map(r -> r.series().seriesInstanceUid() + " " + r.sopInstanceUid()).sorted().toList());
    assertEquals(List.of(), related.residents(instance("2.4"), ""));
  }

  @Test
  void framesLieWhereTheirHeadersSayAndAreAsThickAsTheirDistance() throws Exception {
    var rows = workspace.catalog().collection().instances(seriesOf("1.1.1").id());
    var space = SeriesSpace.of(rows, new SourceFiles(), Checkpoint.NONE);

    var first = space.frame(instance("1.1.1"), 0).orElseThrow();
    assertEquals(2, space.size());
    assertEquals(3, first.thicknessMm(), "the distance to the neighbour, not Slice Thickness");
    assertEquals(3, space.frame(instance("1.1.2"), 0).orElseThrow().plane().orElseThrow().slice().position().z());
    assertEquals(2, first.columns());
    assertTrue(space.frame(instance("1.1.1"), 1).isEmpty(), "there is no second frame");
  }

  @Test
  void aLoneSliceIsAsThickAsItSays() {
    assertEquals(9, SeriesSpace.of(List.of(instance("1.2.1")), new SourceFiles(), Checkpoint.NONE).frame(instance("1.2.1"), 0).orElseThrow().thicknessMm());
  }

  @Test
  void aSourceOutOfReachLeavesItsFrameWithoutAPlace() throws Exception {
    var row = instance("1.2.1");
    java.nio.file.Files.delete(Path.of(row.path()));

    var frame = SeriesSpace.of(List.of(row), new SourceFiles(), Checkpoint.NONE).frame(row, 0).orElseThrow();

    assertTrue(frame.plane().isEmpty());
    assertEquals("1.2.1", frame.sopInstanceUid());
  }
}
