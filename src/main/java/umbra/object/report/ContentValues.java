package umbra.object.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import umbra.dicom.DataSet;
import umbra.dicom.Numbers;
import umbra.dicom.Tag;
import umbra.dicom.dict.UidNames;
import umbra.object.report.ContentItem.Reference;
import umbra.object.report.ContentItem.Shape;

/// Reads the values of content items by their value type (PS3.3 C.17.3.2 and C.18).
final class ContentValues {
  static final Tag TEXT_VALUE = Tag.of(0x0040, 0xA160);
  static final Tag CONCEPT_CODE = Tag.of(0x0040, 0xA168);
  static final Tag DATE_TIME = Tag.of(0x0040, 0xA120);
  static final Tag DATE = Tag.of(0x0040, 0xA121);
  static final Tag TIME = Tag.of(0x0040, 0xA122);
  static final Tag PERSON_NAME = Tag.of(0x0040, 0xA123);
  static final Tag UID = Tag.of(0x0040, 0xA124);
  static final Tag MEASURED_VALUE = Tag.of(0x0040, 0xA300);
  static final Tag NUMERIC_VALUE = Tag.of(0x0040, 0xA30A);
  static final Tag QUALIFIER = Tag.of(0x0040, 0xA301);
  static final Tag UNITS = Tag.of(0x0040, 0x08EA);
  static final Tag REFERENCED_SOP = Tag.of(0x0008, 0x1199);
  static final Tag GRAPHIC_TYPE = Tag.of(0x0070, 0x0023);
  static final Tag TEMPORAL_RANGE_TYPE = Tag.of(0x0040, 0xA130);
  private static final Tag GRAPHIC_DATA = Tag.of(0x0070, 0x0022);
  private static final Tag FRAME_OF_REFERENCE = Tag.of(0x3006, 0x0024);
  private static final int MOST_COORDINATES = 12;

  private ContentValues() {}

  static String text(ContentItem item) {
    var d = item.dataSet();
    return switch (item.valueType()) {
      case "TEXT" -> String.join("\\", d.texts(TEXT_VALUE));
      case "CODE" -> Code.of(d, CONCEPT_CODE).map(Code::words).orElse("");
      case "NUM" -> number(d);
      case "PNAME" -> d.text(PERSON_NAME).orElse("");
      case "DATETIME" -> d.text(DATE_TIME).orElse("");
      case "DATE" -> d.text(DATE).orElse("");
      case "TIME" -> d.text(TIME).orElse("");
      case "UIDREF" -> d.text(UID).map(u -> u + UidNames.standard().name(u).map(n -> " = " + n).orElse("")).orElse("");
      case "IMAGE", "COMPOSITE", "WAVEFORM" -> references(d).stream().map(ContentValues::words).collect(Collectors.joining("; "));
      case "SCOORD", "SCOORD3D" -> words(shape(d, item.valueType()));
      case "TCOORD" -> time(d);
      default -> "";
    };
  }

  /// A number with its unit, or why there is none.
  private static String number(DataSet d) {
    var measured = d.items(MEASURED_VALUE);
    if (measured.isEmpty() || measured.getFirst().text(NUMERIC_VALUE).isEmpty()) return Code.of(d, QUALIFIER).map(Code::words).orElse("no value");
    var units = Code.of(measured.getFirst(), UNITS).map(u -> u.value().equals("1") || u.value().isEmpty() ? u.meaning() : u.value()).orElse("");
    var qualifier = Code.of(d, QUALIFIER).map(q -> " (" + q.words() + ")").orElse("");
    return (String.join("\\", measured.getFirst().texts(NUMERIC_VALUE)) + " " + units).strip() + qualifier;
  }

  static List<Reference> references(DataSet d) {
    return d.items(REFERENCED_SOP).stream().map(r -> new Reference(r.text(Tag.of(0x0008, 0x1150)).orElse(""), r.text(Tag.of(0x0008, 0x1155)).orElse(""),
        integers(r, Tag.of(0x0008, 0x1160)), integers(r, Tag.of(0x0062, 0x000B)), integers(r, Tag.of(0x0040, 0xA0B0)))).toList();
  }

  static List<Integer> integers(DataSet d, Tag tag) {
    return decimals(d, tag).stream().map(Double::intValue).toList();
  }

  static List<Double> decimals(DataSet d, Tag tag) {
    var element = d.find(tag);
    if (element.isEmpty()) return List.of();
    if (element.get().vr().isText()) return d.texts(tag).stream().flatMap(t -> number(t).stream().boxed()).toList();
    var values = new ArrayList<Double>();
    for (int i = 0; i < Numbers.count(element.get()); i++) Numbers.decimal(element.get(), i).ifPresent(values::add);
    return values;
  }

  private static java.util.OptionalDouble number(String text) {
    try {
      return java.util.OptionalDouble.of(Double.parseDouble(text.strip()));
    } catch (NumberFormatException _) {
      return java.util.OptionalDouble.empty();
    }
  }

  static Shape shape(DataSet d, String valueType) {
    return new Shape(d.text(GRAPHIC_TYPE).orElse(""), valueType.equals("SCOORD3D"), decimals(d, GRAPHIC_DATA), d.text(FRAME_OF_REFERENCE).orElse(""));
  }

  private static String words(Reference r) {
    var text = new StringBuilder(UidNames.standard().name(r.sopClassUid()).orElse("instance")).append(' ').append(r.sopInstanceUid());
    if (!r.frames().isEmpty()) text.append(", frames ").append(list(r.frames()));
    if (!r.segments().isEmpty()) text.append(", segments ").append(list(r.segments()));
    if (!r.channels().isEmpty()) text.append(", channels ").append(list(r.channels()));
    return text.toString();
  }

  private static String list(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String words(Shape shape) {
    int width = shape.inSpace() ? 3 : 2;
    var points = IntStream.range(0, Math.min(shape.coordinates().size(), MOST_COORDINATES) / width)
        .mapToObj(i -> shape.coordinates().subList(i * width, i * width + width).stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")")))
        .collect(Collectors.joining(" "));
    return (shape.graphicType() + " " + points).strip() + (shape.coordinates().size() > MOST_COORDINATES ? " …" : "");
  }

  private static String time(DataSet d) {
    var samples = list(integers(d, Tag.of(0x0040, 0xA132)));
    var offsets = String.join(", ", d.texts(Tag.of(0x0040, 0xA138)));
    var times = String.join(", ", d.texts(Tag.of(0x0040, 0xA13A)));
    return (d.text(TEMPORAL_RANGE_TYPE).orElse("") + (samples.isEmpty() ? "" : " samples " + samples) + (offsets.isEmpty() ? "" : " at " + offsets + " s")
        + (times.isEmpty() ? "" : " " + times)).strip();
  }
}
