package umbra.workspace.header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.InstanceRow;
import umbra.dicom.DataSet;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.write.DicomWriter;
import umbra.job.JobContext;
import umbra.workspace.source.SourceFiles;

class VariationTest {
  @TempDir
  Path folder;

  private final List<InstanceRow> rows = new ArrayList<>();

  private void write(DataSet dataSet) throws IOException {
    int n = rows.size();
    var uid = Samples.text(0x0008, 0x0018, VR.UI, "1.2." + n);
    var file = folder.resolve(n + ".dcm");
    var full = dataSet.with(Samples.text(0x0008, 0x0016, VR.UI, "1.2.840.10008.5.1.4.1.1.7")).with(uid);
    new DicomWriter().write(DicomWriter.newFile(full, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
    rows.add(row(n, file));
  }

  private static InstanceRow row(int n, Path file) {
    return new InstanceRow(n, 1, "1.2." + n, "", "", n, 1, 0, 0, false, 1, "", file.toString(), "");
  }

  private Variation.Row row(Variation variation, String path) {
    return variation.rows().stream().filter(r -> r.path().toString().equals(path)).findFirst().orElseThrow();
  }

  @Test
  void onlyAttributesWithMoreThanOneValueHaveRows() throws IOException {
    for (int i = 0; i < 3; i++) write(Samples.patient());
    var variation = new Variation(new SourceFiles(), rows);

    assertEquals(3, variation.run(HeaderSearchTest.NOBODY));
    assertEquals(List.of("(0002,0003)", "(0008,0018)"), variation.rows().stream().map(r -> r.path().toString()).toList());
    assertEquals(3, row(variation, "(0008,0018)").values().size());
  }

  @Test
  void aMissingElementIsAValueAndTheMostFrequentComesFirst() throws IOException {
    write(Samples.patient());
    write(Samples.patient());
    write(Samples.patient().without(Tags.PATIENT_NAME));
    var variation = new Variation(new SourceFiles(), rows);
    variation.run(HeaderSearchTest.NOBODY);

    var values = row(variation, "(0010,0010)").values();

    assertEquals(List.of(new Variation.Occurrence("Weber^Anna", List.of(0, 1)), new Variation.Occurrence(Variation.ABSENT, List.of(2))), values);
  }

  @Test
  void itemsAreLookedInto() throws IOException {
    write(Samples.manyItems(2));
    write(Samples.manyItems(3));
    write(Samples.patient());
    var variation = new Variation(new SourceFiles(), rows);
    variation.run(HeaderSearchTest.NOBODY);

    assertEquals(List.of("ID0", "A-17"), row(variation, "(0010,1002)[0].(0010,0020)").values().stream().map(Variation.Occurrence::value).toList());
    assertEquals(2, row(variation, "(0010,1002)").values().size());
  }

  @Test
  void aFileThatIsGoneIsTold() throws IOException {
    write(Samples.patient());
    rows.add(row(1, folder.resolve("gone.dcm")));
    Files.writeString(folder.resolve("text.dcm"), "no DICOM at all");
    rows.add(row(2, folder.resolve("text.dcm")));
    var variation = new Variation(new SourceFiles(), rows);

    assertEquals(1, variation.run(HeaderSearchTest.NOBODY));
    assertEquals(List.of(1, 2), variation.unreadable());
  }

  @Test
  void itStopsWhenNobodyWantsIt() throws IOException {
    write(Samples.patient());
    write(Samples.patient());
    var variation = new Variation(new SourceFiles(), rows);
    var afterOne = new JobContext() {
      private long seen;

      @Override
      public void progress(long done, long total) {
        seen = done;
      }

      @Override
      public void checkCancelled() {
        if (seen > 0) throw new CancellationException();
      }
    };

    assertThrows(CancellationException.class, () -> variation.run(afterOne));
    assertEquals(List.of(), variation.rows());
  }
}
