package umbra.object.spatial;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import umbra.dicom.DataSet;
import umbra.dicom.Numbers;
import umbra.dicom.Tag;

/// What stored values of images mean (PS3.3 C.7.6.16.2.11).
///
/// @param unit UCUM code
/// @param quantity what is measured; empty if it is not stated
/// @param first first stored value that is mapped; `last` the last
/// @param table real-world values from `first` on; empty if `slope` and `intercept` hold
/// @param images with `#` and the number of a frame where one is named
public record RealWorldMapping(String label, String explanation, String unit, String quantity, double first, double last, double slope, double intercept, double[] table, Set<String> images) {
  private static final Tag REFERENCED = Tag.of(0x0040, 0x9094);
  private static final Tag MAPPINGS = Tag.of(0x0040, 0x9096);
  private static final Tag LABEL = Tag.of(0x0040, 0x9210);
  private static final Tag EXPLANATION = Tag.of(0x0028, 0x3003);
  private static final Tag UNITS = Tag.of(0x0040, 0x08EA);
  private static final Tag QUANTITY = Tag.of(0x0040, 0x9220);
  private static final Tag CONCEPT = Tag.of(0x0040, 0xA168);
  private static final Tag SLOPE = Tag.of(0x0040, 0x9225);
  private static final Tag INTERCEPT = Tag.of(0x0040, 0x9224);
  private static final Tag TABLE = Tag.of(0x0040, 0x9212);
  private static final int WORDS = 65_536;

  public RealWorldMapping {
    images = Set.copyOf(images);
  }

  /// All of a Real World Value Mapping object, in its order.
  public static List<RealWorldMapping> of(DataSet dataSet) {
    var all = new ArrayList<RealWorldMapping>();
    for (var referenced : dataSet.items(REFERENCED)) {
      for (var item : referenced.items(MAPPINGS)) all.add(of(item, NamedImages.of(referenced)));
    }
    return all;
  }

  private static RealWorldMapping of(DataSet item, Set<String> images) {
    double first = bound(item, 0x9216, 0x9214, -Double.MAX_VALUE);
    double last = bound(item, 0x9211, 0x9213, Double.MAX_VALUE);
    if (first > last) first -= WORDS; // read as unsigned where the transfer syntax does not say
    return new RealWorldMapping(item.text(LABEL).orElse(""), item.text(EXPLANATION).orElse(""), Coded.value(item, UNITS), quantity(item), first, last,
        item.decimal(SLOPE, 0).orElse(1), item.decimal(INTERCEPT, 0).orElse(0), table(item), images);
  }

  /// Quantities are content items: the concept of the first.
  private static String quantity(DataSet item) {
    return item.items(QUANTITY).stream().map(q -> Coded.meaning(q, CONCEPT)).filter(m -> !m.isEmpty()).findFirst().orElse("");
  }

  private static double bound(DataSet item, int whole, int decimal, double missing) {
    return item.decimal(Tag.of(0x0040, whole), 0).orElseGet(() -> item.decimal(Tag.of(0x0040, decimal), 0).orElse(missing));
  }

  private static double[] table(DataSet item) {
    var element = item.find(TABLE);
    if (element.isEmpty()) return new double[0];
    var values = new double[(int) Numbers.count(element.get())];
    for (int i = 0; i < values.length; i++) values[i] = Numbers.decimal(element.get(), i).orElse(0);
    return values;
  }

  /// Empty if the stored value is not one that is mapped.
  public OptionalDouble value(double stored) {
    if (stored < first || stored > last) return OptionalDouble.empty();
    if (table.length == 0) return OptionalDouble.of(stored * slope + intercept);
    int at = (int) (stored - first);
    return at < table.length ? OptionalDouble.of(table[at]) : OptionalDouble.empty();
  }
}
