package umbra.object.spatial;

import umbra.dicom.DataSet;
import umbra.dicom.Tag;

/// A coded entry in words.
final class Coded {
  private static final Tag VALUE = Tag.of(0x0008, 0x0100);
  private static final Tag MEANING = Tag.of(0x0008, 0x0104);

  private Coded() {}

  /// The Code Meaning of the first Item, else its Code Value; empty if there is none.
  static String meaning(DataSet dataSet, Tag sequence) {
    return dataSet.items(sequence).stream().findFirst().map(i -> i.text(MEANING).or(() -> i.text(VALUE)).orElse("")).orElse("");
  }

  static String value(DataSet dataSet, Tag sequence) {
    return dataSet.items(sequence).stream().findFirst().flatMap(i -> i.text(VALUE)).orElse("");
  }
}
