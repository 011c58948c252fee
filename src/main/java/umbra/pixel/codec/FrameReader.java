package umbra.pixel.codec;

import java.util.Optional;
import java.util.function.IntFunction;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFile;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.dicom.TagPath;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.UnsupportedDicomException;
import umbra.dicom.Value;
import umbra.pixel.Checkpoint;
import umbra.pixel.FrameIndex;
import umbra.pixel.ImagePixel;
import umbra.pixel.NativeFrames;
import umbra.pixel.Raster;

/// The frames of one image, each decoded when asked for, without reading the others.
///
/// Closing it ends what a video decoder needs; the file stays open.
public final class FrameReader implements AutoCloseable {
  /// The frames of a video stream, or of anything else that cannot be decoded frame by frame.
  public interface Stream extends AutoCloseable {
    /// @param frame index from 0
    Raster frame(int frame, Checkpoint checkpoint) throws DicomException;

    @Override
    void close();
  }

  /// Opens video streams.
  @FunctionalInterface
  public interface Streams {
    Stream open(ImagePixel image, Value.Fragments pixels, Place place) throws DicomException;
  }

  /// One way to get at a frame.
  private interface Access {
    Raster frame(int frame, Checkpoint checkpoint, IntFunction<short[]> words) throws DicomException;
  }

  private final ImagePixel image;
  private final Access access;
  private final Optional<Stream> stream;

  private FrameReader(ImagePixel image, Access access, Optional<Stream> stream) {
    this.image = image;
    this.access = access;
    this.stream = stream;
  }

  /// @throws DicomFormatException if there are no pixels, or the header contradicts itself
  /// @throws UnsupportedDicomException if nothing decodes the Transfer Syntax
  public static FrameReader open(DicomFile file, Codecs codecs, Streams streams) throws DicomException {
    return open(file.dataSet(), file.transferSyntax(), file.source().name(), codecs, streams);
  }

  private static FrameReader open(DataSet dataSet, TransferSyntax syntax, String name, Codecs codecs, Streams streams) throws DicomException {
    var element = pixels(dataSet, name);
    var place = new Place(name, element.encoded().whole().offset(), Optional.of(TagPath.of(element.tag())));
    var image = ImagePixel.of(dataSet, name);
    return switch (element.value()) {
      case Value.Bytes bytes -> {
        if (syntax.isEncapsulated() && syntax != TransferSyntax.ENCAPSULATED_UNCOMPRESSED && bytes.raw().isEmpty()) throw new DicomFormatException("Pixel Data is empty", place);
        var frames = new NativeFrames(image, bytes, element.vr(), place);
        yield new FrameReader(image, (frame, _, words) -> frames.frame(frame, words), Optional.empty());
      }
      case Value.Fragments fragments when syntax.isVideo() -> {
        var stream = streams.open(image, fragments, place);
        yield new FrameReader(image, (frame, checkpoint, _) -> stream.frame(frame, checkpoint), Optional.of(stream));
      }
      case Value.Fragments fragments -> encapsulated(dataSet, syntax, image, fragments, codecs, place);
      case Value.Items _ -> throw new DicomFormatException("Pixel Data holds Items", place);
    };
  }

  private static FrameReader encapsulated(DataSet dataSet, TransferSyntax syntax, ImagePixel image, Value.Fragments fragments, Codecs codecs, Place place)
      throws DicomException {
    var index = FrameIndex.of(dataSet, fragments, image.frames(), place);
    // A file without File Meta Information does not say how its fragments are encoded: they say it themselves.
    var actual = syntax.isEncapsulated() || fragments.rest().isEmpty() ? syntax : CodeStreamKind.of(fragments.rest().getFirst()).orElse(syntax);
    var decoder = codecs.decoder(actual, place);
    return new FrameReader(image, (frame, checkpoint, _) ->
        decoder.decode(new EncodedFrame(image, actual, index.fragments(frame), place, checkpoint)), Optional.empty());
  }

  private static DataElement pixels(DataSet dataSet, String name) throws DicomFormatException {
    for (var tag : new umbra.dicom.Tag[] {Tags.PIXEL_DATA, Tags.FLOAT_PIXEL_DATA, Tags.DOUBLE_FLOAT_PIXEL_DATA}) {
      var element = dataSet.find(tag);
      if (element.isPresent()) return element.get();
    }
    throw new DicomFormatException("no Pixel Data", Place.of(name));
  }

  /// What the header says of all frames.
  public ImagePixel image() {
    return image;
  }

  public int frames() {
    return image.frames();
  }

  /// @param frame index from 0
  /// @throws DicomException why this frame cannot be decoded; others may still be
  public Raster frame(int frame, Checkpoint checkpoint) throws DicomException {
    return frame(frame, checkpoint, short[]::new);
  }

  /// @param words gives arrays for 16-bit samples that are not compressed; what stood in them is overwritten
  public Raster frame(int frame, Checkpoint checkpoint, IntFunction<short[]> words) throws DicomException {
    if (frame < 0 || frame >= frames()) throw new IndexOutOfBoundsException("frame " + (frame + 1) + " of " + frames());
    return access.frame(frame, checkpoint, words);
  }

  /// As [#frame], with an error as a result: for those who show frames and go on.
  public FrameResult result(int frame, Checkpoint checkpoint) {
    try {
      return new FrameResult.Decoded(frame(frame, checkpoint));
    } catch (DicomException e) {
      return new FrameResult.Undecodable(e);
    }
  }

  @Override
  public void close() {
    stream.ifPresent(Stream::close);
  }
}
