package umbra.mutation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFile;
import umbra.dicom.Place;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.Value;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.io.ByteSlice;
import umbra.io.ByteSource;
import umbra.pixel.Checkpoint;
import umbra.pixel.FrameIndex;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.SampleType;
import umbra.pixel.codec.EncodedFrame;
import umbra.pixel.codec.TestCodecs;

/// The decoders on damaged code streams: `-Dumbra.mutations=N` damages more than the default.
class DecoderMutationTest {
  private static final int MUTATIONS = Integer.getInteger("umbra.mutations", 150_000) / 2;
  private static final int LONGEST_STREAM = 20_000;
  private static final int MOST_STREAMS_A_SYNTAX = 6;
  private static final int MOST_PIXELS = 300 * 300;

  /// A frame to be damaged.
  private record Seed(String name, ImagePixel image, TransferSyntax syntax, byte[] stream) {}

  @Test
  void damagedStreamsAreDecodedOrRefused() throws Exception {
    var seeds = own();
    seeds.addAll(corpus());
    var bounds = new Bounds();
    int each = Math.max(1, MUTATIONS / seeds.size());

    for (var seed : seeds) {
      var mutator = new Mutator(seed.name().hashCode());
      long most = (64L << 20) + 64L * seed.image().frameSamples();
      for (int i = 0; i < each; i++) {
        var bytes = mutator.mutate(seed.stream());
        bounds.hold(seed.name() + " " + seed.syntax() + " #" + i, most, () -> decode(seed, bytes));
      }
    }

    System.out.printf("damaged code streams: %d of %d seeds decoded, of which %d were refused%n", bounds.inputs(), seeds.size(), bounds.refused());
    assertTrue(bounds.refused() > 0 && bounds.refused() < bounds.inputs());
  }

  private static void decode(Seed seed, byte[] bytes) throws DicomException {
    var frame = new EncodedFrame(seed.image(), seed.syntax(), List.of(ByteSlice.of(bytes)), Place.of("memory"), Checkpoint.NONE);
    var raster = TestCodecs.all().decoder(seed.syntax(), frame.place()).decode(frame);
    if (raster.rows() != seed.image().rows() || raster.columns() != seed.image().columns()) throw new IllegalStateException("another size");
  }

  /// Streams by our own encoders: small images of each kind.
  private static List<Seed> own() throws DicomException {
    var seeds = new ArrayList<Seed>();
    for (var syntax : TransferSyntax.values()) {
      var encoder = TestCodecs.all().encoder(syntax);
      if (encoder.isEmpty()) continue;
      for (int samples : new int[] {1, 3}) {
        var image = new ImagePixel(17, 23, samples, samples == 1 ? Photometric.MONOCHROME2 : Photometric.RGB, SampleType.INTEGER, 8, 8, 7, false, false, 1);
        var bytes = new byte[image.frameSamples()];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (i * i / 7);
        var raster = new Raster(17, 23, samples, 8, false, image.photometric(), new Raster.Samples.Bytes(bytes, false));
        seeds.add(new Seed("own" + samples, image, syntax, encoder.get().encode(raster, Checkpoint.NONE)));
      }
    }
    return seeds;
  }

  private static List<Seed> corpus() throws IOException {
    var seeds = new ArrayList<Seed>();
    var counts = new TreeMap<TransferSyntax, Integer>();
    for (var file : Seeds.corpus(4_000_000).entrySet()) {
      try (var dicom = new DicomReader(ReadOptions.LENIENT).read(ByteSource.of(file.getValue()))) {
        if (!isDecoded(dicom) || counts.getOrDefault(dicom.transferSyntax(), 0) >= MOST_STREAMS_A_SYNTAX) continue;
        var image = ImagePixel.of(dicom.dataSet(), file.getKey());
        var pixels = (Value.Fragments) dicom.dataSet().find(Tags.PIXEL_DATA).orElseThrow().value();
        var fragments = FrameIndex.of(dicom.dataSet(), pixels, image.frames(), Place.of(file.getKey())).fragments(0);
        var stream = new EncodedFrame(image, dicom.transferSyntax(), fragments, Place.of(file.getKey()), Checkpoint.NONE).toArray();
        if (stream.length > LONGEST_STREAM || image.rows() * image.columns() > MOST_PIXELS) continue;
        counts.merge(dicom.transferSyntax(), 1, Integer::sum);
        seeds.add(new Seed(file.getKey(), image, dicom.transferSyntax(), stream));
      } catch (DicomException _) {
        continue; // a broken file is no seed
      }
    }
    return seeds;
  }

  private static boolean isDecoded(DicomFile file) {
    var pixels = file.dataSet().find(Tags.PIXEL_DATA);
    if (pixels.isEmpty() || !(pixels.get().value() instanceof Value.Fragments)) return false;
    try {
      TestCodecs.all().decoder(file.transferSyntax(), Place.of("memory"));
      return true;
    } catch (DicomException _) {
      return false;
    }
  }
}
