package umbra.deid;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import umbra.deid.rule.Profile;
import umbra.deid.rule.ProfileOption;
import umbra.deid.substitute.DummyItem;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.VR;

/// Marks a Data Set as de-identified (PS3.3 C.7.1.1, C.7.6.1.1.6, C.12.1): by what was really done, and without naming the site.
final class Stamp {
  private static final Tag IDENTITY_REMOVED = Tag.of(0x0012, 0x0062);
  private static final Tag METHOD = Tag.of(0x0012, 0x0063);
  private static final Tag METHOD_CODES = Tag.of(0x0012, 0x0064);
  private static final Tag BURNED_IN = Tag.of(0x0028, 0x0301);
  private static final Tag VISUAL_FEATURES = Tag.of(0x0028, 0x0302);
  private static final Tag TEMPORAL = Tag.of(0x0028, 0x0303);
  private static final Tag EQUIPMENT = Tag.of(0x0018, 0xA001);
  private static final int LONGEST_LO = 64;

  private final Profile profile;

  Stamp(Profile profile) {
    this.profile = profile;
  }

  DataSet on(DataSet cleaned, DataSet source, Facts facts, Planner.Findings findings) {
    var done = done(facts);
    var marked = cleaned.with(DataElement.ofAscii(IDENTITY_REMOVED, VR.CS, "YES"))
        .with(methods(cleaned, source, findings))
        .with(DataElement.ofItems(METHOD_CODES, done.stream().map(o -> DummyItem.code(o.code(), "DCM", o.meaning())).toList()))
        .with(DataElement.ofAscii(TEMPORAL, VR.CS, temporal()))
        .with(equipment(cleaned));
    if (facts.pixels() != Facts.Pixels.NOT_LOOKED_AT) marked = marked.with(DataElement.ofAscii(BURNED_IN, VR.CS, "NO"));
    if (facts.faces() != Facts.Pixels.NOT_LOOKED_AT) marked = marked.with(DataElement.ofAscii(VISUAL_FEATURES, VR.CS, "NO"));
    return marked;
  }

  /// The options that are on; those about pixels only if they were carried out.
  private List<ProfileOption> done(Facts facts) {
    return profile.options().stream().sorted().filter(o -> switch (o) {
      case CLEAN_PIXEL_DATA -> facts.pixels() == Facts.Pixels.CLEANED;
      case CLEAN_RECOGNIZABLE_VISUAL_FEATURES -> facts.faces() == Facts.Pixels.CLEANED;
      default -> true;
    }).toList();
  }

  private String temporal() {
    return profile.has(ProfileOption.RETAIN_FULL_DATES) ? "UNMODIFIED" : profile.has(ProfileOption.RETAIN_MODIFIED_DATES) ? "MODIFIED" : "REMOVED";
  }

  /// Earlier methods stay in front; earlier codes are told as earlier and are no longer codes, as nobody can vouch for them.
  private DataElement methods(DataSet cleaned, DataSet source, Planner.Findings findings) {
    var texts = new LinkedHashSet<String>();
    for (var text : cleaned.texts(METHOD)) if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) texts.add(cut(text));
    var codes = source.items(METHOD_CODES).stream().map(i -> i.text(Tag.of(0x0008, 0x0100)).orElse("")).filter(c -> c.matches("1131\\d\\d")).sorted().distinct().toList();
    if (!codes.isEmpty()) texts.add(cut("Earlier codes: " + codes.stream().collect(Collectors.joining(" "))));
    if (!texts.isEmpty() || source.contains(IDENTITY_REMOVED)) findings.remark(Frame.TOP, METHOD, Remark.Kind.MARKED_BEFORE);
    texts.add(cut("Umbra, profile " + profile.name() + " " + profile.version() + ", " + profile.edition()));
    return DataElement.ofAscii(METHOD, VR.LO, String.join("\\", texts));
  }

  private static String cut(String text) {
    return text.length() > LONGEST_LO ? text.substring(0, LONGEST_LO) : text;
  }

  private static DataElement equipment(DataSet cleaned) {
    var items = new ArrayList<>(cleaned.items(EQUIPMENT));
    var own = DataSet.of(DataElement.ofAscii(Tag.of(0x0008, 0x0070), VR.LO, "Umbra"), DataElement.ofAscii(Tag.of(0x0008, 0x1090), VR.LO, "Umbra"),
        DataElement.ofItems(Tag.of(0x0040, 0xA170), List.of(DummyItem.code("109104", "DCM", "De-identifying Equipment"))));
    if (items.stream().noneMatch(own::equals) && items.stream().noneMatch(Stamp::isOurs)) items.add(own);
    return DataElement.ofItems(EQUIPMENT, items);
  }

  private static boolean isOurs(DataSet item) {
    return item.text(Tag.of(0x0008, 0x0070)).filter("Umbra"::equals).isPresent();
  }
}
