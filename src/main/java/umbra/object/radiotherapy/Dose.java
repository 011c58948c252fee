package umbra.object.radiotherapy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import umbra.dicom.DataSet;
import umbra.dicom.Numbers;
import umbra.dicom.Tag;

/// The grid and the histograms of an RT Dose (PS3.3 C.8.8.3, C.8.8.4). Its frames are read as those of any image.
///
/// @param units `GY` or `RELATIVE`
/// @param scaling of stored values to dose
/// @param frameOffsetsMm position of each frame along the normal; as the file states them
public record Dose(String units, String type, String summation, String comment, OptionalDouble scaling, List<Double> frameOffsetsMm, List<Histogram> histograms) {

  /// A dose-volume histogram.
  ///
  /// @param doses upper edge of each bin in `units`, summed up from the widths in the file
  /// @param volumes of each bin in `volumeUnits`
  /// @param rois numbers of the ROIs it is of
  public record Histogram(String type, String units, String volumeUnits, List<Integer> rois, List<Double> doses, List<Double> volumes, OptionalDouble minimum,
      OptionalDouble maximum, OptionalDouble mean) {}

  public Dose {
    frameOffsetsMm = List.copyOf(frameOffsetsMm);
    histograms = List.copyOf(histograms);
  }

  public static Dose of(DataSet d) {
    return new Dose(text(d, 0x3004, 0x0002), text(d, 0x3004, 0x0004), text(d, 0x3004, 0x000A), text(d, 0x3004, 0x0006), d.decimal(Tag.of(0x3004, 0x000E), 0),
        decimals(d, Tag.of(0x3004, 0x000C)), d.items(Tag.of(0x3004, 0x0050)).stream().map(Dose::histogram).toList());
  }

  private static String text(DataSet d, int group, int element) {
    return d.text(Tag.of(group, element)).orElse("");
  }

  private static Histogram histogram(DataSet h) {
    double scaling = h.decimal(Tag.of(0x3004, 0x0052), 0).orElse(1);
    var pairs = decimals(h, Tag.of(0x3004, 0x0058));
    var doses = new ArrayList<Double>();
    var volumes = new ArrayList<Double>();
    double dose = 0;
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      dose += pairs.get(i) * scaling;
      doses.add(dose);
      volumes.add(pairs.get(i + 1));
    }
    var rois = h.items(Tag.of(0x3004, 0x0060)).stream().map(r -> r.integer(Tag.of(0x3006, 0x0084)).orElse(0)).toList();
    return new Histogram(text(h, 0x3004, 0x0001), text(h, 0x3004, 0x0002), text(h, 0x3004, 0x0054), rois, doses, volumes, h.decimal(Tag.of(0x3004, 0x0070), 0),
        h.decimal(Tag.of(0x3004, 0x0072), 0), h.decimal(Tag.of(0x3004, 0x0074), 0));
  }

  /// Characters are read once, not once a value: histograms have thousands.
  private static List<Double> decimals(DataSet d, Tag tag) {
    var element = d.find(tag);
    if (element.isEmpty()) return List.of();
    var values = new ArrayList<Double>();
    if (element.get().vr().isText()) {
      for (var text : d.texts(tag)) {
        try {
          values.add(Double.parseDouble(text.strip()));
        } catch (NumberFormatException _) {
          values.add(Double.NaN); // pairs must stay pairs
        }
      }
      return values;
    }
    for (int i = 0; i < Numbers.count(element.get()); i++) values.add(Numbers.decimal(element.get(), i).orElse(Double.NaN));
    return values;
  }
}
