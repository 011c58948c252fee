package umbra.pixel.render;

import java.util.Optional;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.dicom.Tags;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;

/// Makes pictures of the frames of one image.
public final class Renderer {
  private final DataSet dataSet;
  private final ImagePixel image;
  private final String file;

  /// @param file for the messages
  public Renderer(DataSet dataSet, ImagePixel image, String file) {
    this.dataSet = dataSet;
    this.image = image;
    this.file = file;
  }

  /// @param frame index from 0
  /// @param window instead of what the image states; of no meaning for colour
  /// @throws DicomFormatException if the header lacks what its Photometric Interpretation needs
  public Picture picture(Raster raster, int frame, Optional<Window> window, boolean overlays) throws DicomException {
    boolean colour = raster.samples() >= 3 || raster.photometric() == Photometric.PALETTE_COLOR;
    var argb = colour ? Colour.of(raster, image, dataSet) : new Grayscale(dataSet, image, frame).argb(raster, window);
    if (argb.length == 0) throw new DicomFormatException("palette missing or damaged", Place.of(file));
    if (overlays) Overlays.paint(dataSet, image, raster, frame, argb);
    return new Picture(raster.columns(), raster.rows(), argb);
  }

  /// Height of a pixel divided by its width (PS3.3 C.7.6.3.1.7); 1 if it is not stated.
  public double pixelAspect() {
    double vertical = dataSet.decimal(Tags.PIXEL_ASPECT_RATIO, 0).orElse(1);
    double horizontal = dataSet.decimal(Tags.PIXEL_ASPECT_RATIO, 1).orElse(1);
    return vertical > 0 && horizontal > 0 ? vertical / horizontal : 1;
  }
}
