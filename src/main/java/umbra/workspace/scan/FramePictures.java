package umbra.workspace.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.Value;
import umbra.dicom.Place;
import umbra.pixel.ImagePixel;
import umbra.pixel.NativeFrames;
import umbra.pixel.Raster;
import umbra.pixel.SampleType;
import umbra.pixel.render.Picture;
import umbra.pixel.render.Renderer;
import umbra.pixel.render.Window;

/// The pictures of one image in which text may stand: as shown, over the full range of values, overlays alone, and the icon.
final class FramePictures {
  private static final Tag ICON_IMAGE_SEQUENCE = Tag.of(0x0088, 0x0200);

  private final DataSet dataSet;
  private final ImagePixel image;
  private final Renderer renderer;
  private final String file;

  FramePictures(DataSet dataSet, ImagePixel image, String file) {
    this.dataSet = dataSet;
    this.image = image;
    this.file = file;
    this.renderer = new Renderer(dataSet, image, file);
  }

  /// As a viewer shows it, without overlays.
  Picture shown(Raster raster, int frame) throws DicomException {
    return renderer.picture(raster, frame, Optional.empty(), false);
  }

  /// From the least to the greatest value: shows text that the window cuts away. Only for grayscale deeper than 8 bits.
  Optional<Picture> fullRange(Raster raster, int frame) throws DicomException {
    if (raster.samples() != 1 || image.bitsStored() <= 8 && image.type() == SampleType.INTEGER || !image.photometric().term().startsWith("MONOCHROME")) return Optional.empty();
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    double slope = dataSet.decimal(Tags.RESCALE_SLOPE, 0).orElse(1);
    double intercept = dataSet.decimal(Tags.RESCALE_INTERCEPT, 0).orElse(0);
    int shift = 32 - image.bitsStored();
    for (int i = 0; i < raster.values().length(); i++) {
      double value = raster.values().at(i);
      if (image.type() == SampleType.INTEGER && image.bitsStored() < 32) {
        int word = (int) (long) value >> image.highBit() + 1 - image.bitsStored();
        value = image.signed() ? word << shift >> shift : word << shift >>> shift;
      }
      if (!Double.isFinite(value)) continue;
      least = Math.min(least, value * (slope == 0 ? 1 : slope) + intercept);
      most = Math.max(most, value * (slope == 0 ? 1 : slope) + intercept);
    }
    if (!(most > least)) return Optional.empty();
    return Optional.of(renderer.picture(raster, frame, Optional.of(new Window((least + most) / 2, most - least, Window.Function.LINEAR_EXACT)), false));
  }

  /// The overlay planes alone, white on black; empty if there are none.
  Optional<Picture> overlays(Raster raster, int frame, Picture without) throws DicomException {
    boolean any = false;
    for (int group = 0x6000; group <= 0x601E; group += 2) any |= dataSet.contains(Tag.of(group, 0x3000)) || dataSet.contains(Tag.of(group, 0x0102));
    if (!any) return Optional.empty();
    var dark = without.argb().clone();
    var with = renderer.picture(raster, frame, Optional.empty(), true);
    boolean isEmpty = true;
    for (int i = 0; i < dark.length; i++) {
      boolean ink = with.argb()[i] != dark[i];
      isEmpty &= !ink;
      dark[i] = ink ? 0xFFFF_FFFF : 0xFF00_0000;
    }
    return isEmpty ? Optional.empty() : Optional.of(new Picture(without.width(), without.height(), dark));
  }

  /// The pictures of the Icon Image Sequence, if they are native.
  List<Picture> icons() throws DicomException {
    var pictures = new ArrayList<Picture>();
    for (var item : dataSet.items(ICON_IMAGE_SEQUENCE)) {
      var pixels = item.find(Tags.PIXEL_DATA);
      if (pixels.isEmpty() || !(pixels.get().value() instanceof Value.Bytes bytes)) continue;
      var icon = ImagePixel.of(item, file);
      var raster = new NativeFrames(icon, bytes, pixels.get().vr(), Place.of(file)).frame(0);
      pictures.add(new Renderer(item, icon, file).picture(raster, 0, Optional.empty(), false));
    }
    return List.copyOf(pictures);
  }

  /// Icons that are there but cannot be looked at here.
  boolean hasEncodedIcon() {
    return dataSet.items(ICON_IMAGE_SEQUENCE).stream().anyMatch(i -> i.find(Tags.PIXEL_DATA).filter(e -> e.value() instanceof Value.Fragments).isPresent());
  }
}
