package umbra.deid.substitute;

import java.util.Optional;
import java.util.regex.Matcher;
import umbra.deid.value.Pseudonyms;
import umbra.dicom.Uid;

/// A text that may stay, though the dates and UIDs in it follow the rules for dates and UIDs.
///
/// @param mapsUids whether UIDs become others
/// @param dates what becomes of dates
public record KeptText(Pseudonyms pseudonyms, DateShift shift, boolean mapsUids, Dates dates) {
  /// What becomes of dates.
  public enum Dates { KEPT, MOVED, REMOVED }

  public String of(String text) {
    var uids = mapsUids ? TextShapes.UID.matcher(text).replaceAll(m -> Matcher.quoteReplacement(Uid.of(m.group()).isOfTheStandard() ? m.group() : pseudonyms.uid(m.group()))) : text;
    return switch (dates) {
      case KEPT -> uids;
      case MOVED -> TextDates.replaced(uids, d -> Optional.of(d.plusDays(shift.days())));
      case REMOVED -> TextDates.replaced(uids, _ -> Optional.empty());
    };
  }
}
