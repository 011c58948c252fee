package umbra.workspace.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import umbra.catalog.Catalog;
import umbra.catalog.InstanceRow;
import umbra.catalog.SeriesRow;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.job.JobContext;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// Finds the series that come from the same device and have images of the same size and SOP Class: burned-in text stands at the same places in them.
public final class DeviceGroup {
  private static final Tag MANUFACTURER = Tag.of(0x0008, 0x0070);
  private static final Tag MODEL = Tag.of(0x0008, 0x1090);
  private static final Tag SERIAL_NUMBER = Tag.of(0x0018, 0x1000);

  /// A series of the group.
  ///
  /// @param instances those of the same size and class
  /// @param isWhole all of its images are
  public record Member(SeriesRow series, List<Long> instances, boolean isWhole) {}

  /// @param members that in front among them
  /// @param unread series whose file cannot be read now, so that nobody knows whether they belong to it
  public record Found(String device, List<Member> members, long unread) {
    public long instances() {
      return members.stream().mapToLong(m -> m.instances().size()).sum();
    }
  }

  private record Device(String manufacturer, String model, String serialNumber) {
    static Device of(DataSet header) {
      return new Device(word(header, MANUFACTURER), word(header, MODEL), word(header, SERIAL_NUMBER));
    }

    private static String word(DataSet header, Tag tag) {
      return header.text(tag).orElse("").strip();
    }

    String words() {
      var words = (manufacturer + " " + model).strip() + (serialNumber.isEmpty() ? "" : " no. " + serialNumber);
      return words.isBlank() ? "unnamed device" : words;
    }
  }

  private final Catalog catalog;
  private final SourceFiles files;

  public DeviceGroup(Catalog catalog, SourceFiles files) {
    this.catalog = catalog;
    this.files = files;
  }

  /// @throws IOException if the instance in front cannot be read
  public Found of(InstanceRow like, JobContext context) throws IOException {
    var device = device(like);
    var members = new ArrayList<Member>();
    long unread = 0;
    long done = 0;
    long total = catalog.collection().totals().series();
    long after = 0;
    for (var page = catalog.collection().allSeries(after, 500); !page.isEmpty(); page = catalog.collection().allSeries(after, 500)) {
      for (var series : page) {
        context.checkCancelled();
        context.progress(++done, total);
        var member = member(series, like);
        if (member.isEmpty()) continue;
        try {
          var first = catalog.collection().findInstance(member.get().instances().getFirst());
          if (series.id() == like.seriesId() || first.isPresent() && device(first.get()).equals(device)) members.add(member.get());
        } catch (IOException _) {
          unread++;
        }
      }
      after = page.getLast().id();
    }
    return new Found(device.words(), List.copyOf(members), unread);
  }

  private Optional<Member> member(SeriesRow series, InstanceRow like) {
    var images = catalog.collection().instances(series.id()).stream().filter(InstanceRow::hasPixels).toList();
    var alike = images.stream().filter(i -> i.rows() == like.rows() && i.columns() == like.columns() && i.sopClassUid().equals(like.sopClassUid())).map(InstanceRow::id).toList();
    return alike.isEmpty() ? Optional.empty() : Optional.of(new Member(series, alike, alike.size() == images.size()));
  }

  private Device device(InstanceRow instance) throws IOException {
    try (var header = files.openHeader(new SourcePlace(Path.of(instance.path()), instance.member()))) {
      return Device.of(header.dataSet());
    }
  }
}
