package umbra.workspace.intake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import umbra.catalog.SourceRow;
import umbra.catalog.SourceRow.Outcome;
import umbra.catalog.Sources;
import umbra.catalog.arrival.Arrivals.Arrival;
import umbra.dicom.DicomException;
import umbra.dicom.dict.Dictionary;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.io.ByteSource;
import umbra.io.LostSourceException;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// Looks at one file: what is it, and what does its header say? For several threads.
final class SourceReader {
  private static final int ZIP_MAGIC = 0x504B_0304;

  private final SourceFiles files;
  private final Sources known;
  private final DicomReader headers = new DicomReader(ReadOptions.LENIENT.stoppingBeforePixelData());
  private final Dictionary dictionary = Dictionary.standard();

  private final Mode mode;

  /// Which files are worth looking at.
  enum Mode {
    /// Nothing was imported before, so nothing is looked up.
    FIRST,
    /// Those that are new or have changed.
    CHANGED,
    /// Also those in quarantine.
    RETRY
  }

  SourceReader(SourceFiles files, Sources known, Mode mode) {
    this.files = files;
    this.known = known;
    this.mode = mode;
  }

  Look look(SourcePlace place) {
    var path = place.file().toString();
    var before = mode == Mode.FIRST ? Optional.<SourceRow>empty() : known.find(path, place.member());
    Arrival arrival;
    try {
      var attributes = Files.readAttributes(place.file(), BasicFileAttributes.class);
      long modified = attributes.lastModifiedTime().toMillis();
      if (before.isPresent() && isUnchanged(before.get(), attributes.size(), modified)) return new Look.Unchanged(before.get().outcome());
      arrival = look(place, attributes.size(), modified);
    } catch (IOException | LostSourceException e) {
      if (before.isPresent() && before.get().outcome() != Outcome.QUARANTINED) return new Look.Unreachable();
      arrival = Arrival.without(path, place.member(), 0, 0, Outcome.QUARANTINED, reason(e));
    }
    if (before.isEmpty()) return new Look.Found(arrival.asNew());
    boolean same = before.get().outcome() == arrival.outcome() && before.get().bytes() == arrival.bytes() && before.get().modified() == arrival.modified()
        && before.get().reason().equals(arrival.reason());
    return same ? new Look.Unchanged(arrival.outcome()) : new Look.Found(arrival);
  }

  private boolean isUnchanged(SourceRow before, long bytes, long modified) {
    return before.bytes() == bytes && before.modified() == modified && !(mode == Mode.RETRY && before.outcome() == Outcome.QUARANTINED);
  }

  /// @throws IOException if the file cannot be read now; one that can be read and is malformed is a quarantined arrival
  private Arrival look(SourcePlace place, long bytes, long modified) throws IOException {
    var path = place.file().toString();
    try (var source = files.ranged(place)) {
      if (!place.isMember() && isArchive(source)) return Arrival.without(path, "", bytes, modified, Outcome.ARCHIVE, "");
      if (!headers.recognises(source)) {
        boolean claimed = place.toString().toLowerCase(Locale.ROOT).endsWith(".dcm");
        if (!claimed) return Arrival.without(path, place.member(), bytes, modified, Outcome.NOT_DICOM, "");
        var reason = source.size() == 0 ? "empty file" : isArchive(source) ? "an archive inside an archive: unpack it first" : "named .dcm, but not a DICOM file";
        return Arrival.without(path, place.member(), bytes, modified, Outcome.QUARANTINED, reason);
      }
      return summary(place, source, bytes, modified);
    } catch (DicomException | ZipException e) {
      return Arrival.without(path, place.member(), bytes, modified, Outcome.QUARANTINED, reason(e));
    } catch (LostSourceException e) {
      if (!place.isMember()) throw e;
      return Arrival.without(path, place.member(), bytes, modified, Outcome.QUARANTINED, "damaged or encrypted entry of the archive");
    } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
      // A header our reader stumbles over must not end the import of all others.
      return Arrival.without(path, place.member(), bytes, modified, Outcome.QUARANTINED, "header cannot be understood (" + e.getClass().getSimpleName() + ")");
    }
  }

  private Arrival summary(SourcePlace place, ByteSource source, long bytes, long modified) throws IOException {
    var summary = new HeaderSummary(headers.read(source), dictionary);
    var path = place.file().toString();
    if (summary.sopClassUid().equals(FileSet.MEDIA_STORAGE_DIRECTORY)) return Arrival.without(path, place.member(), bytes, modified, Outcome.DIRECTORY, "");
    var uid = summary.sopInstanceUid();
    if (uid.isEmpty()) return Arrival.without(path, place.member(), bytes, modified, Outcome.QUARANTINED, "no SOP Instance UID: nothing identifies the instance");
    return new Arrival(path, place.member(), bytes, modified, Outcome.INSTANCE, "", Optional.of(summary.of(uid.get())), true);
  }

  private static boolean isArchive(ByteSource source) {
    if (source.size() < 4) return false;
    return source.view(0, 4).get(java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED.withOrder(java.nio.ByteOrder.BIG_ENDIAN), 0) == ZIP_MAGIC;
  }

  /// Why a file could not be read, without its path: the row names it already.
  static String reason(Exception e) {
    return switch (e) {
      case DicomException d -> d.reason() + d.place().path().map(p -> " at " + p).orElse("") + ", offset " + d.place().offset();
      case NoSuchFileException _ -> "no such file";
      case AccessDeniedException _ -> "may not be read";
      case LostSourceException _ -> "the drive or file went away while it was read";
      case ZipException _ -> "damaged or encrypted archive";
      default -> "cannot be read (" + e.getClass().getSimpleName() + ")";
    };
  }
}
