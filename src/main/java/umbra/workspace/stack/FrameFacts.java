package umbra.workspace.stack;

import java.util.List;
import java.util.Optional;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.text.PersonName;
import umbra.pixel.ImagePixel;
import umbra.pixel.place.SlicePlane;

/// What the header says about a frame that the viewer tells; text is as stored, empty where the header has none.
///
/// @param lossy how it was compressed with loss, such as `lossy 10:1`; empty if it was not, as far as the header knows
/// @param unit of rescaled values, such as `HU`
/// @param frameMillis time that a frame of a cine stands; 0 if not stated
/// @param aspect height of a pixel divided by its width
public record FrameFacts(String patientName, String patientId, String modality, String studyDate, String studyDescription, String seriesNumber,
    String seriesDescription, String instanceNumber, String place, String lossy, String unit, double frameMillis, double aspect, List<Spacing> spacings,
    Optional<SlicePlane> plane, Optional<Orientation> orientation) {
  private static final Tag LOSSY_IMAGE_COMPRESSION = Tag.of(0x0028, 0x2110);
  private static final Tag LOSSY_RATIO = Tag.of(0x0028, 0x2112);

  /// @param frame index from 0
  static FrameFacts of(DataSet d, ImagePixel image, int frame) {
    var plane = SlicePlane.of(d, frame);
    var modality = text(d, 0x0008, 0x0060);
    return new FrameFacts(PersonName.of(text(d, 0x0010, 0x0010)).inWords(), text(d, 0x0010, 0x0020), modality, text(d, 0x0008, 0x0020), text(d, 0x0008, 0x1030),
        text(d, 0x0020, 0x0011), text(d, 0x0008, 0x103E), text(d, 0x0020, 0x0013), place(d, plane), lossy(d), unit(d, modality), frameMillis(d), aspect(d),
        Spacing.of(d, frame), plane, Orientation.of(d, plane));
  }

  private static String text(DataSet d, int group, int element) {
    return d.text(Tag.of(group, element)).orElse("");
  }

  private static String place(DataSet d, Optional<SlicePlane> plane) {
    var location = d.decimal(Tag.of(0x0020, 0x1041), 0);
    if (location.isPresent()) return String.format("%.1f mm", location.getAsDouble());
    return plane.map(p -> String.format("%.1f mm", p.depth())).orElse("");
  }

  private static String lossy(DataSet d) {
    if (!text(d, LOSSY_IMAGE_COMPRESSION.group(), LOSSY_IMAGE_COMPRESSION.element()).equals("01")) return "";
    var ratio = d.decimal(LOSSY_RATIO, 0);
    return ratio.isPresent() ? String.format("lossy %.0f:1", ratio.getAsDouble()) : "lossy";
  }

  private static String unit(DataSet d, String modality) {
    var type = text(d, 0x0028, 0x1054);
    if (!type.isEmpty()) return type.equals("US") ? "" : type;
    if (modality.equals("CT")) return "HU";
    return modality.equals("PT") ? text(d, 0x0054, 0x1001) : "";
  }

  private static double frameMillis(DataSet d) {
    var time = d.decimal(Tag.of(0x0018, 0x1063), 0);
    if (time.isPresent() && time.getAsDouble() > 0) return time.getAsDouble();
    for (var rate : new Tag[] {Tag.of(0x0008, 0x2144), Tag.of(0x0018, 0x0040)}) {
      var perSecond = d.decimal(rate, 0);
      if (perSecond.isPresent() && perSecond.getAsDouble() > 0) return 1000 / perSecond.getAsDouble();
    }
    return 0;
  }

  /// Pixel Aspect Ratio, or what the spacing of the pixels makes of it.
  private static double aspect(DataSet d) {
    double vertical = d.decimal(Tags.PIXEL_ASPECT_RATIO, 0).orElse(0);
    double horizontal = d.decimal(Tags.PIXEL_ASPECT_RATIO, 1).orElse(0);
    if (vertical > 0 && horizontal > 0) return vertical / horizontal;
    return Spacing.of(d, 0).stream().filter(s -> !s.attribute().startsWith("Physical")).findFirst().map(s -> s.rowMm() / s.columnMm()).orElse(1.0);
  }
}
