package umbra.workspace.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import umbra.dicom.DicomFile;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.io.ByteSource;
import umbra.io.LostSourceException;

/// Opens sources read-only. Files of local disks are mapped; those of shares and removable drives, which may vanish while
/// in use, are read by ranges.
public final class SourceFiles {
  private static final Set<String> LOCAL = Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "tmpfs", "overlay", "apfs", "hfs", "ntfs", "refs");
  private static final int PREFIX_BYTES = 8192;

  private final Map<Path, Boolean> localFolders = new ConcurrentHashMap<>();

  /// Opens all of a source, to be closed by the caller.
  public DicomFile open(SourcePlace place) throws IOException {
    return read(place, ReadOptions.LENIENT);
  }

  /// Opens a source up to its Pixel Data, to be closed by the caller.
  public DicomFile openHeader(SourcePlace place) throws IOException {
    return read(place, ReadOptions.LENIENT.stoppingBeforePixelData());
  }

  /// Opens all of a source, to be closed by the caller, without mapping it: of a file of gigabytes only what is looked at is in memory.
  public DicomFile openRanged(SourcePlace place) throws IOException {
    return read(ranged(place), ReadOptions.LENIENT);
  }

  private DicomFile read(SourcePlace place, ReadOptions options) throws IOException {
    return read(bytes(place), options);
  }

  private static DicomFile read(ByteSource source, ReadOptions options) throws IOException {
    try {
      return new DicomReader(options).read(source);
    } catch (LostSourceException e) {
      source.close();
      throw new IOException(e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  /// The bytes of a source, to be closed by the caller.
  ///
  /// @throws NoSuchFileException if the file, or the drive it was on, is not there
  public ByteSource bytes(SourcePlace place) throws IOException {
    if (place.isMember()) return MemberSource.open(place);
    return isLocal(place.file()) ? ByteSource.mapped(place.file()) : ByteSource.ranged(place.file(), PREFIX_BYTES);
  }

  /// For reading the header and little else: without a mapping.
  public ByteSource ranged(SourcePlace place) throws IOException {
    return place.isMember() ? MemberSource.open(place) : ByteSource.ranged(place.file(), PREFIX_BYTES);
  }

  private boolean isLocal(Path file) {
    var folder = file.toAbsolutePath().getParent();
    return localFolders.computeIfAbsent(folder, f -> {
      try {
        return LOCAL.contains(Files.getFileStore(f).type().toLowerCase(Locale.ROOT));
      } catch (IOException _) {
        return false; // the careful way works everywhere
      }
    });
  }

  /// How a source stands now beside what the catalogue knows of it.
  ///
  /// @param bytes size of the file, or of the archive, when it was imported
  /// @param modified its time then, in milliseconds since 1970
  public Presence presence(SourcePlace place, long bytes, long modified) {
    try {
      var now = Files.readAttributes(place.file(), BasicFileAttributes.class);
      if (!Files.isReadable(place.file())) return Presence.UNREADABLE;
      return now.size() == bytes && now.lastModifiedTime().toMillis() == modified ? Presence.THERE : Presence.CHANGED;
    } catch (NoSuchFileException _) {
      return Presence.GONE;
    } catch (IOException _) {
      return Presence.UNREADABLE;
    }
  }

  /// SHA-256 of all bytes in hexadecimal digits; empty if they cannot be read now.
  public Optional<String> sha256(SourcePlace place) {
    try {
      if (!place.isMember()) {
        try (var in = Files.newInputStream(place.file())) {
          return Optional.of(sha256(in));
        }
      }
      try (var archive = Archives.open(place.file())) {
        var entry = archive.getEntry(place.member());
        if (entry == null) return Optional.empty();
        try (var in = archive.getInputStream(entry)) {
          return Optional.of(sha256(in));
        }
      }
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static String sha256(InputStream in) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) digest.update(buffer, 0, n);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
