package umbra.workspace.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import umbra.catalog.SeriesRow;
import umbra.catalog.finding.Finding;
import umbra.catalog.finding.Findings;
import umbra.catalog.finding.ReviewKinds;
import umbra.catalog.finding.Severity;
import umbra.dicom.DataElement;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.job.ComputePool;
import umbra.job.JobContext;
import umbra.pixel.codec.TestCodecs;
import umbra.pixel.redact.Redaction;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Curation;
import umbra.workspace.curate.Review;
import umbra.workspace.intake.Intake;
import umbra.workspace.intake.Sample;
import umbra.workspace.scan.Scan;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.stack.FrameSource;
import umbra.workspace.stack.Stack;

/// A workspace with series of two devices: 1.1 with three images of 64 by 48, 1.2 with two more of the same device, 1.3 of another one, 1.4 of the
/// first with images of 32 by 48.
public final class ReviewSample implements AutoCloseable {
  public static final JobContext QUIET = new JobContext() {
    @Override
    public void progress(long done, long total) {}

    @Override
    public void checkCancelled() {}
  };

  private final ComputePool pool = new ComputePool(2);
  public final Workspace workspace;
  public final Review review;
  public final SourceFiles files = new SourceFiles();

  public ReviewSample(Path folder) throws IOException {
    write(folder, "1.1", 3, 64, "Acme One");
    write(folder, "1.2", 2, 64, "Acme One");
    write(folder, "1.3", 1, 64, "Acme Two");
    write(folder, "1.4", 1, 32, "Acme One");
    workspace = Workspace.open(folder.resolve("w"), Optional.empty());
    new Intake(workspace, files, pool).run(List.of(folder.resolve("in")), QUIET);
    review = new Review(workspace, new Curation(workspace, ReviewKinds.ALL));
  }

  private static void write(Path folder, String series, int count, int columns, String model) throws IOException {
    for (int i = 1; i <= count; i++) {
      var pixels = new byte[columns * 48];
      for (int p = 0; p < pixels.length; p++) pixels[p] = (byte) (40 + p % 151 + i);
      Sample.of("S", "1", series, series + "." + i).with("PhotometricInterpretation", "MONOCHROME2").with("Manufacturer", "Acme").with("ManufacturerModelName", model)
          .with("InstanceNumber", Integer.toString(i)).withPixels(pixels).with(number(0x0002, 1)).with(number(0x0010, 48)).with(number(0x0011, columns)).with(number(0x0100, 8)).with(number(0x0101, 8))
          .with(number(0x0102, 7)).with(number(0x0103, 0)).write(folder.resolve("in/" + series + "-" + i + ".dcm"));
    }
  }

  private static DataElement number(int element, int value) {
    return DataElement.ofBytes(Tag.of(0x0028, element), VR.US, new byte[] {(byte) value, 0});
  }

  public SeriesRow series(String uid) {
    return workspace.catalog().collection().allSeries(0, 100).stream().filter(s -> s.seriesInstanceUid().equals(uid)).findFirst().orElseThrow();
  }

  public Stack stack(String uid) {
    return Stack.of(uid, workspace.catalog().collection().instances(series(uid).id()));
  }

  /// The same text in every image of a series.
  public void find(String series, String kind, Severity severity, String text) {
    for (var instance : workspace.catalog().collection().instances(series(series).id())) {
      new Findings(workspace.catalog()).replace(instance.id(), Scan.TEXT, Optional.of("planted"), List.of(new Finding(kind, severity, 0, 0, 4, 4, 20, 8, "", text, "why", 0.9)));
    }
  }

  public TrueArea areas() {
    return new TrueArea(files, redaction());
  }

  public Redaction redaction() {
    return new Redaction(TestCodecs.all(), TestCodecs.noVideo());
  }

  public FrameSource frames() {
    return new FrameSource(files, TestCodecs.all(), TestCodecs.noVideo());
  }

  @Override
  public void close() {
    workspace.close();
    pool.close();
  }
}
