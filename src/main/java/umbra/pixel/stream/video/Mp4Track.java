package umbra.pixel.stream.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.pixel.stream.code.ByteWindow;

/// Where the samples of one track of an MP4 file lie.
///
/// @param lengthBytes of the length before each NAL unit; 0 for sound
/// @param samples in the order of the file
record Mp4Track(int lengthBytes, List<Sample> samples) {

  private static final int MOST_SAMPLES = 4_000_000;

  /// @param from offset in the file
  record Sample(long from, long to) {}

  /// Empty for a track that is neither picture nor sound.
  static Optional<Mp4Track> of(Mp4Boxes file, Mp4Boxes.Box track) throws DicomException {
    var media = child(file, track, "mdia");
    var handler = media.isEmpty() ? Optional.<Mp4Boxes.Box>empty() : child(file, media.get(), "hdlr");
    if (handler.isEmpty()) return Optional.empty();
    boolean video = file.bytes().has(handler.get().body() + 8, "vide");
    if (!video && !file.bytes().has(handler.get().body() + 8, "soun")) return Optional.empty();
    var inner = child(file, media.get(), "minf");
    var table = inner.isEmpty() ? Optional.<Mp4Boxes.Box>empty() : child(file, inner.get(), "stbl");
    if (table.isEmpty()) return Optional.empty();
    return Optional.of(new Mp4Track(video ? lengthBytes(file, table.get()) : 0, samples(file, table.get())));
  }

  private static Optional<Mp4Boxes.Box> child(Mp4Boxes file, Mp4Boxes.Box box, String type) throws DicomException {
    return file.within(box).stream().filter(b -> b.type().equals(type)).findFirst();
  }

  private static int lengthBytes(Mp4Boxes file, Mp4Boxes.Box table) throws DicomException {
    var description = child(file, table, "stsd");
    if (description.isEmpty()) return 4;
    for (var entry : file.within(description.get())) {
      if (entry.body() + 78 > entry.to()) continue;
      for (var box : file.within(new Mp4Boxes.Box("", entry.from(), entry.body() + 78, entry.to()))) {
        int at = box.type().equals("avcC") ? 4 : box.type().equals("hvcC") ? 21 : -1;
        if (at > 0 && box.body() + at < box.to()) return (file.bytes().u8(box.body() + at) & 3) + 1;
      }
    }
    return 4;
  }

  /// The sizes one after the other, in chunks (14496-12 8.7).
  private static List<Sample> samples(Mp4Boxes file, Mp4Boxes.Box table) throws DicomException {
    var samples = new ArrayList<Sample>();
    var sizes = child(file, table, "stsz");
    var runs = child(file, table, "stsc");
    var wide = child(file, table, "co64");
    var chunks = wide.isPresent() ? wide : child(file, table, "stco");
    if (sizes.isEmpty() || runs.isEmpty() || chunks.isEmpty()) return samples;
    var bytes = file.bytes();
    long count = Mp4Table.count(bytes, sizes.get(), 8);
    long sample = 0;
    long run = 0;
    int width = wide.isPresent() ? 8 : 4;
    for (long chunk = 0; chunk < Mp4Table.count(bytes, chunks.get(), 4) && sample < count; chunk++) {
      long place = chunks.get().body() + 8 + width * chunk;
      if (place + width > chunks.get().to()) break;
      long at = wide.isPresent() ? bytes.u32(place) << 32 | bytes.u32(place + 4) : bytes.u32(place);
      while (number(bytes, runs.get(), run + 1, 0) == chunk + 1) run++;
      long inChunk = number(bytes, runs.get(), run, 4);
      for (long i = 0; i < inChunk && sample < count; i++, sample++) {
        long size = size(bytes, sizes.get(), sample);
        if (size < 0) return samples;
        if (samples.size() == MOST_SAMPLES || at + size > bytes.length()) throw new DicomFormatException("the tables of the video do not fit its data", file.place());
        samples.add(new Sample(at, at + size));
        at += size;
      }
    }
    return samples;
  }

  /// A number of an entry of the Sample To Chunk Box; -1 where there is no such entry.
  private static long number(ByteWindow bytes, Mp4Boxes.Box runs, long entry, int at) {
    long place = runs.body() + 8 + 12 * entry + at;
    return entry < Mp4Table.count(bytes, runs, 4) && place + 4 <= runs.to() ? bytes.u32(place) : -1;
  }

  private static long size(ByteWindow bytes, Mp4Boxes.Box sizes, long sample) {
    long all = Mp4Table.count(bytes, sizes, 4);
    if (all > 0) return all;
    long place = sizes.body() + 12 + 4 * sample;
    return place + 4 <= sizes.to() ? bytes.u32(place) : -1;
  }
}
