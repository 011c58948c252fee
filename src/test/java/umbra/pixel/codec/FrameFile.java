package umbra.pixel.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.dicom.write.DicomWriter;
import umbra.io.ByteSlice;
import umbra.pixel.Checkpoint;
import umbra.pixel.ImagePixel;
import umbra.pixel.Raster;
import umbra.pixel.RasterBytes;

/// Code streams wrapped in the smallest files that referees read, and what they decode taken out again.
public final class FrameFile {
  private FrameFile() {}

  public static void write(ImagePixel image, TransferSyntax syntax, byte[] stream, Path target) throws IOException {
    var dataSet = DataSet.of(DataElement.ofAscii(Tags.SOP_CLASS_UID, VR.UI, "1.2.840.10008.5.1.4.1.1.7"), DataElement.ofAscii(Tags.SOP_INSTANCE_UID, VR.UI, "2.25.4711"),
        us(Tags.SAMPLES_PER_PIXEL, image.samples()), DataElement.ofAscii(Tags.PHOTOMETRIC_INTERPRETATION, VR.CS, image.photometric().term()),
        us(Tags.PLANAR_CONFIGURATION, 0), us(Tags.ROWS, image.rows()), us(Tags.COLUMNS, image.columns()), us(Tags.BITS_ALLOCATED, image.bitsAllocated()),
        us(Tags.BITS_STORED, image.bitsStored()), us(Tags.HIGH_BIT, image.highBit()), us(Tags.PIXEL_REPRESENTATION, image.signed() ? 1 : 0),
        new DataElement(Tags.PIXEL_DATA, VR.OB, new Value.Fragments(ByteSlice.EMPTY, List.of(ByteSlice.of(stream)))));
    new DicomWriter().write(DicomWriter.newFile(dataSet, syntax), target);
  }

  private static DataElement us(Tag tag, int value) {
    return DataElement.ofBytes(tag, VR.US, ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) value).array());
  }

  /// The samples of the first frame, in words as the header allocates them.
  public static byte[] samples(Path path) throws IOException {
    try (var file = new DicomReader(ReadOptions.LENIENT).read(path);
        var frames = FrameReader.open(file, TestCodecs.all(), TestCodecs.noVideo())) {
      return samples(frames.frame(0, Checkpoint.NONE), frames.image().bitsAllocated());
    }
  }

  public static byte[] samples(Raster raster, int bitsAllocated) {
    var out = new ByteArrayOutputStream();
    RasterBytes.write(raster, RasterBytes.bytesEach(raster, bitsAllocated), chunk -> out.write(chunk.array(), 0, chunk.limit()));
    return out.toByteArray();
  }
}
