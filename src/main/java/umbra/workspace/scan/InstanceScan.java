package umbra.workspace.scan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import umbra.catalog.Catalog;
import umbra.catalog.InstanceRow;
import umbra.catalog.finding.Findings;
import umbra.catalog.finding.Readings;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.ocr.Effort;
import umbra.ocr.TextFinder;
import umbra.ocr.Workers;
import umbra.ocr.judge.TextJudge;
import umbra.pixel.Checkpoint;
import umbra.workspace.source.SourcePlace;

/// Looks at one instance, or only judges anew what the same engine read there before.
final class InstanceScan {
  private final ScanImages images;
  private final TextFinder finder;
  private final TextJudge judge;
  private final TextScan pixels;
  private final ObjectScan objects;
  private final Readings readings;

  InstanceScan(Catalog catalog, ScanImages images, TextFinder finder, TextJudge judge) {
    this.images = images;
    this.finder = finder;
    this.judge = judge;
    this.pixels = new TextScan(finder);
    this.objects = new ObjectScan(images.texts(), finder);
    this.readings = new Readings(catalog);
  }

  /// What the findings depend on beside the instance.
  String version() {
    return finder.version() + "; " + Judging.version(judge);
  }

  /// @param isWhole nothing of the instance was left out
  record Looked(Findings.Looked found, boolean isWhole) {}

  /// Keeps nothing.
  Looked run(InstanceRow instance, Effort first, Effort every, Workers workers, Checkpoint checkpoint) {
    var place = new SourcePlace(Path.of(instance.path()), instance.member());
    var before = before(instance);
    if (before.isPresent()) {
      try (var header = images.files().openHeader(place)) {
        return looked(instance, before.get(), header.dataSet());
      } catch (IOException _) {
        return looked(instance, Sight.failed(instance.frames() - 1, "the file cannot be read now", false), DataSet.of());
      }
    }
    if (!instance.hasPixels()) return object(instance, place, checkpoint);
    try (var image = images.open(place)) {
      return looked(instance, pixels.look(image, first, every, workers, checkpoint), image.file().dataSet());
    } catch (DicomException _) {
      return looked(instance, Sight.failed(instance.frames() - 1, "the pixels cannot be decoded", true), DataSet.of());
    } catch (IOException _) {
      return looked(instance, Sight.failed(instance.frames() - 1, "the file cannot be read now", false), DataSet.of());
    }
  }

  private Looked object(InstanceRow instance, SourcePlace place, Checkpoint checkpoint) {
    try (var file = images.files().open(place)) {
      return looked(instance, objects.look(file, checkpoint), file.dataSet());
    } catch (IOException _) {
      return looked(instance, Sight.failed(0, "the file cannot be read now", false), DataSet.of());
    }
  }

  private Optional<Sight> before(InstanceRow instance) {
    var stored = readings.of(instance.id(), Scan.TEXT, finder.version());
    if (stored.isEmpty()) return Optional.empty();
    try {
      return Optional.of(Sight.ofStored(stored.get()));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private Looked looked(InstanceRow instance, Sight sight, DataSet header) {
    boolean complete = sight.complete();
    var reading = complete ? Optional.of(new Readings.Reading(finder.version(), sight.stored())) : Optional.<Readings.Reading>empty();
    var found = new Findings.Looked(instance.id(), complete ? Optional.of(version()) : Optional.empty(), new Judging(judge, header).findings(sight), reading);
    return new Looked(found, sight.failures().isEmpty());
  }
}
