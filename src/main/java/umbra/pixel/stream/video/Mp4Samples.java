package umbra.pixel.stream.video;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.pixel.stream.code.ByteWindow;

/// The media data of an MP4 file: units of pictures are cleaned, what belongs to no picture and no sound is blanked.
record Mp4Samples(Coding coding, Blanks blanks, Place place) {
  private record Part(Mp4Track.Sample sample, int lengthBytes) {}

  void clean(List<Mp4Track> tracks, List<Mp4Boxes.Box> media) throws DicomException {
    var parts = new ArrayList<Part>();
    for (var track : tracks) for (var sample : track.samples()) parts.add(new Part(sample, track.lengthBytes()));
    parts.sort(Comparator.comparingLong(p -> p.sample.from()));
    int next = 0;
    for (var box : media) {
      long at = box.body();
      while (next < parts.size() && parts.get(next).sample.from() < box.to()) {
        var part = parts.get(next++);
        if (part.sample.from() < at || part.sample.to() > box.to()) throw broken("holds samples that do not fit its media data");
        blanks.fill(at, part.sample.from(), 0);
        if (part.lengthBytes > 0) units(part.sample, part.lengthBytes);
        at = part.sample.to();
      }
      blanks.fill(at, box.to(), 0);
    }
    if (next < parts.size()) throw broken("holds samples that do not fit its media data");
  }

  private void units(Mp4Track.Sample sample, int lengthBytes) throws DicomException {
    long at = sample.from();
    while (at < sample.to()) {
      if (at + lengthBytes > sample.to()) throw broken("holds a unit that does not fit its sample");
      long length = number(blanks.bytes(), at, lengthBytes);
      at += lengthBytes;
      if (length > sample.to() - at) throw broken("holds a unit that does not fit its sample");
      new NalUnits(coding, blanks).clean(at, at + length);
      at += length;
    }
  }

  private static long number(ByteWindow bytes, long at, int width) {
    long number = 0;
    for (int i = 0; i < width; i++) number = number << 8 | bytes.u8(at + i);
    return number;
  }

  private DicomFormatException broken(String what) {
    return new DicomFormatException("the video " + what, place);
  }
}
