package umbra.workspace.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import umbra.dicom.DicomFile;
import umbra.look.ImageFile;
import umbra.pixel.codec.Codecs;
import umbra.pixel.codec.FrameReader;
import umbra.workspace.source.SourcePlace;

/// Files kept open while their frames are looked at; those not used the longest are closed. For several threads.
final class OpenImages implements AutoCloseable {
  /// Reads one frame from an open file.
  interface Use<T> {
    T of(ImageFile image) throws IOException;
  }

  private static final class Entry {
    final ImageFile image;
    int users;
    boolean dropped;

    Entry(ImageFile image) {
      this.image = image;
    }
  }

  /// Opens a source.
  interface Opening {
    DicomFile open(SourcePlace place) throws IOException;
  }

  private final Opening opening;
  private final Codecs codecs;
  private final FrameReader.Streams streams;
  private final int most;
  private final Map<SourcePlace, Entry> open = new LinkedHashMap<>(16, 0.75f, true);

  OpenImages(Opening opening, Codecs codecs, FrameReader.Streams streams, int most) {
    this.opening = opening;
    this.codecs = codecs;
    this.streams = streams;
    this.most = most;
  }

  <T> T with(SourcePlace place, Use<T> use) throws IOException {
    var entry = borrow(place);
    try {
      return use.of(entry.image);
    } finally {
      giveBack(entry);
    }
  }

  private Entry borrow(SourcePlace place) throws IOException {
    synchronized (open) {
      var entry = open.get(place);
      if (entry != null) {
        entry.users++;
        return entry;
      }
    }
    var file = opening.open(place);
    ImageFile image;
    try {
      image = new ImageFile(file, FrameReader.open(file, codecs, streams));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
    var superfluous = new ArrayList<Entry>();
    Entry entry;
    synchronized (open) {
      entry = open.get(place);
      if (entry == null) {
        entry = new Entry(image);
        open.put(place, entry);
      } else superfluous.add(new Entry(image)); // another thread was quicker
      entry.users++;
      var oldest = open.values().iterator();
      while (open.size() > most && oldest.hasNext()) {
        var old = oldest.next();
        if (old == entry) continue;
        oldest.remove();
        old.dropped = true;
        if (old.users == 0) superfluous.add(old);
      }
    }
    close(superfluous);
    return entry;
  }

  private void giveBack(Entry entry) throws IOException {
    boolean last;
    synchronized (open) {
      last = --entry.users == 0 && entry.dropped;
    }
    if (last) entry.image.close();
  }

  /// Closes what nobody uses now, and the rest when it is given back.
  @Override
  public void close() throws IOException {
    var unused = new ArrayList<Entry>();
    synchronized (open) {
      for (var entry : open.values()) {
        entry.dropped = true;
        if (entry.users == 0) unused.add(entry);
      }
      open.clear();
    }
    close(unused);
  }

  private static void close(List<Entry> entries) throws IOException {
    for (var entry : entries) entry.image.close();
  }
}
