package umbra.workspace.stack;

import java.io.IOException;
import java.util.Optional;
import java.util.function.IntFunction;
import umbra.dicom.DicomException;
import umbra.io.LostSourceException;
import umbra.look.ImageFile;
import umbra.pixel.Checkpoint;
import umbra.pixel.Raster;
import umbra.pixel.Raster.Samples;
import umbra.pixel.codec.Codecs;
import umbra.pixel.codec.FrameReader;
import umbra.pixel.render.Picture;
import umbra.pixel.render.Renderer;
import umbra.pixel.view.Plane;
import umbra.pixel.view.Prepared;
import umbra.workspace.source.SourceFiles;

/// Reads and decodes single frames of stacks, with a few files kept open. For several threads.
public final class FrameSource implements FrameLoader.Frames, AutoCloseable {
  private static final int MOST_OPEN = 12;

  private final SourceFiles files;
  private final OpenImages images;
  private final UsedArrays arrays = new UsedArrays();

  public FrameSource(SourceFiles files, Codecs codecs, FrameReader.Streams streams) {
    this(files, new OpenImages(files::open, codecs, streams, MOST_OPEN));
  }

  private FrameSource(SourceFiles files, OpenImages images) {
    this.files = files;
    this.images = images;
  }

  /// Reads what is asked for and maps nothing: for files whose pages would fill the memory.
  public static FrameSource unmapped(SourceFiles files, Codecs codecs, FrameReader.Streams streams) {
    return new FrameSource(files, new OpenImages(files::openRanged, codecs, streams, MOST_OPEN));
  }

  /// @throws java.util.concurrent.CancellationException from the checkpoint
  @Override
  public FrameLoad load(Slice slice, Checkpoint checkpoint) {
    try {
      return new FrameLoad.Loaded(images.with(slice.place(), image -> frame(image, slice, checkpoint, arrays::take)));
    } catch (DicomException e) {
      return new FrameLoad.Undecodable(e.reason());
    } catch (IOException | LostSourceException e) {
      return new FrameLoad.Lost(slice.place().toString());
    }
  }

  @Override
  public void takeBack(LoadedFrame frame) {
    if (frame.stored().values() instanceof Samples.Shorts(var array, _)) arrays.give(array);
  }

  /// A frame of an open file, decoded.
  ///
  /// @param slice says which frame; its place goes into messages
  public static LoadedFrame frame(ImageFile image, Slice slice, Checkpoint checkpoint) throws IOException {
    return frame(image, slice, checkpoint, short[]::new);
  }

  private static LoadedFrame frame(ImageFile image, Slice slice, Checkpoint checkpoint, IntFunction<short[]> words) throws IOException {
    var dataSet = image.file().dataSet();
    var pixel = image.frames().image();
    if (slice.frame() >= pixel.frames()) {
      throw new umbra.dicom.DicomFormatException("there is no frame " + (slice.frame() + 1), umbra.dicom.Place.of(slice.place().toString()));
    }
    var raster = image.frames().frame(slice.frame(), checkpoint, words);
    var prepared = Prepared.of(dataSet, pixel, raster, slice.frame(), slice.place().toString());
    return new LoadedFrame(slice, Plane.stored(raster, pixel), prepared, FrameFacts.of(dataSet, pixel, slice.frame()), pixel.photometric().term(), pixel.bitsStored());
  }

  /// A frame as it is shown, with the window and overlays that it states.
  ///
  /// @throws DicomException if it cannot be decoded
  /// @throws java.util.concurrent.CancellationException from the checkpoint
  public Picture picture(Slice slice, Checkpoint checkpoint) throws IOException {
    return images.with(slice.place(), image -> {
      var raster = image.frames().frame(slice.frame(), checkpoint);
      return new Renderer(image.file().dataSet(), image.frames().image(), slice.place().toString()).picture(raster, slice.frame(), Optional.empty(), true);
    });
  }

  /// The stored values of a frame.
  ///
  /// @throws DicomException if it cannot be decoded
  /// @throws java.util.concurrent.CancellationException from the checkpoint
  public Raster raster(Slice slice, Checkpoint checkpoint) throws IOException {
    return images.with(slice.place(), image -> image.frames().frame(slice.frame(), checkpoint));
  }

  /// Where all frames of a stack lie, from the headers alone.
  public StackDepths depths(Stack stack, Checkpoint checkpoint) {
    return StackDepths.read(stack, files, checkpoint);
  }

  /// Lets go of all files that nobody reads now.
  @Override
  public void close() throws IOException {
    images.close();
  }
}
