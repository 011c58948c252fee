package umbra.workspace.template;

import java.util.List;
import java.util.Optional;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.pixel.redact.region.Box;

/// Where a device burns text in.
///
/// @param name for people, without values of a patient
/// @param source who says so; empty where it was learned here
/// @param boxes inside the image as far as its size is said
public record Template(String name, String source, Device device, Fit fit, List<Box> boxes) {
  private static final Tag IMAGE_TYPE = Tag.of(0x0008, 0x0008);

  public Template {
    boxes = List.copyOf(boxes);
  }

  /// Whether it speaks of an image.
  boolean fits(DataSet header) {
    var is = Device.of(header);
    return fit.says(device.manufacturer(), is.manufacturer()) && fit.says(device.model(), is.model()) && fit.says(device.software(), is.software()) && device.hasSizeOf(is)
        && (device.ultrasoundRegions().isEmpty() || device.ultrasoundRegions().equals(is.ultrasoundRegions()))
        && (fit.modality().isEmpty() || fit.modality().equals(header.text(Tags.MODALITY).orElse("").strip()))
        && (fit.imageType().isEmpty() || Fit.plain(String.join("\\", header.texts(IMAGE_TYPE))).contains(Fit.plain(fit.imageType())));
  }

  /// The boxes as far as they are inside an image.
  List<Box> within(int columns, int rows) {
    return boxes.stream().map(b -> b.within(columns, rows)).flatMap(Optional::stream).toList();
  }
}
