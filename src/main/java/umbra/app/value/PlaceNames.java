package umbra.app.value;

import java.util.Arrays;
import java.util.stream.Collectors;
import umbra.catalog.decision.TextPlace;
import umbra.dicom.dict.TagPaths;
import umbra.dicom.TagPath;

/// Places of texts as people read them: keywords where the dictionary knows one, the Private Creator before private ones.
final class PlaceNames {
  private PlaceNames() {}

  static String of(TextPlace where) {
    var names = Arrays.stream(where.place().split("\\.")).map(PlaceNames::name).collect(Collectors.joining(" › "));
    return where.creator().isEmpty() ? names : names + " · " + where.creator();
  }

  /// A block of private elements stands as `xx`, which is no Tag.
  private static String name(String tag) {
    return tag.contains("x") ? tag : TagPaths.print(TagPath.parse(tag));
  }
}
