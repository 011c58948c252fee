package umbra.pixel.redact;

import java.nio.ByteOrder;
import java.util.List;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.UnsupportedDicomException;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.redact.fill.BlackenedSource;
import umbra.pixel.stream.HighBits;
import umbra.pixel.redact.region.Cell;

/// Redacts native Pixel Data: bytes inside the boxes are overwritten when they are read.
final class NativeRedaction {
  private static final Cell PAIR = new Cell(2, 1, 0, 0);

  RedactionPlan plan(Subject subject, Value.Bytes bytes) throws DicomException {
    check(subject, bytes);
    return new RedactionPlan.Possible(RedactionPlan.Way.IN_PLACE, subject.syntax(), subject.grown(cell(subject.image())), subject.outside(),
        "stored values are overwritten in place, all others stay as they are");
  }

  RedactionResult apply(Subject subject, Value.Bytes bytes) throws DicomException {
    check(subject, bytes);
    var image = subject.image();
    boolean swapped = subject.pixels().vr() == VR.OW && bytes.order() == ByteOrder.BIG_ENDIAN && image.bitsAllocated() <= 8;
    long overlays = HighBits.overlays(subject.dataSet(), image);
    var cell = cell(image);
    var raw = BlackenedSource.of(subject.dataSet(), image, bytes.raw(), bytes.order(), swapped, subject.choice().fill(), overlays, frame -> subject.boxes(frame, cell));
    var pixels = subject.pixels().withValue(new Value.Bytes(raw, bytes.order()));
    return HeaderChanges.of(subject, List.of(pixels), List.of()).redacted(subject.syntax(), subject.grown(cell), RedactionPlan.Way.IN_PLACE, () -> {});
  }

  private static Cell cell(ImagePixel image) {
    return image.photometric() == Photometric.YBR_FULL_422 && image.samples() == 3 ? PAIR : Cell.PIXEL;
  }

  private static void check(Subject subject, Value.Bytes bytes) throws DicomException {
    var image = subject.image();
    long wanted = (image.nativeFrameBits() * image.frames() + 7) / 8;
    if (bytes.raw().length() < wanted) {
      throw new DicomFormatException("Pixel Data ends " + (wanted - bytes.raw().length()) + " bytes before its last frame does", subject.place());
    }
    boolean pairs = cell(image) == PAIR;
    if (!pairs && (image.photometric() == Photometric.YBR_PARTIAL_420 || image.photometric() == Photometric.YBR_PARTIAL_422)) {
      throw new UnsupportedDicomException("native Pixel Data of " + image.photometric().term() + " cannot be redacted", subject.place());
    }
    if (!pairs) return;
    if (image.columns() % 2 == 1 || image.planar() || image.bitsAllocated() != 8) {
      throw new UnsupportedDicomException("native YBR_FULL_422 of this layout cannot be redacted", subject.place());
    }
    if (bytes.raw().length() >= wanted / 2 * 3) {
      throw new DicomFormatException("Pixel Data is as long as if YBR_FULL_422 were not subsampled: where its pixels are is not certain", subject.place());
    }
  }
}
