package umbra.workspace.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import umbra.deid.rule.Profile;
import umbra.deid.rule.ProfileOption;
import umbra.dicom.DataSet;
import umbra.verify.Identifier;
import umbra.verify.IdentifierKind;
import umbra.verify.Identifiers;
import umbra.verify.Needles;

/// What must not be found in the files of each subject, made ready once. Safe for use by several threads.
final class SubjectNeedles {
  private final Map<Long, Set<Identifier>> known;
  private final Profile profile;
  private final Map<Long, Needles> ready = new ConcurrentHashMap<>();

  SubjectNeedles(Map<Long, Set<Identifier>> known, Profile profile) {
    this.known = known;
    this.profile = profile;
  }

  /// @param offsetDays of the subject: a moved date that equals another original one is no leak
  Needles of(long subject, int offsetDays) {
    return ready.computeIfAbsent(subject, id -> new Needles(sought(known.getOrDefault(id, Set.of()), offsetDays), Set.of()));
  }

  private List<Identifier> sought(Set<Identifier> all, int offsetDays) {
    var dates = new HashSet<String>();
    for (var i : all) if (i.kind() == IdentifierKind.DATE && i.value().length() >= 8) dates.add(i.value().substring(0, 8));
    var sought = new ArrayList<Identifier>();
    for (var i : all) {
      switch (i.kind()) {
        case DATE -> {
          if (!profile.has(ProfileOption.RETAIN_FULL_DATES) && i.value().length() >= 8 && !isMovedOnto(i.value().substring(0, 8), dates, offsetDays)) sought.add(i);
        }
        case INSTITUTION, ADDRESS -> {
          if (!profile.has(ProfileOption.RETAIN_INSTITUTION_IDENTITY)) sought.add(i);
        }
        case NAME, ID, PHONE, PERSON, UID -> sought.add(i);
      }
    }
    return sought;
  }

  /// Whether some other original date comes to stand here.
  private static boolean isMovedOnto(String date, Set<String> originals, int offsetDays) {
    try {
      var from = java.time.LocalDate.parse(date, java.time.format.DateTimeFormatter.BASIC_ISO_DATE).minusDays(offsetDays);
      return originals.contains(from.format(java.time.format.DateTimeFormatter.BASIC_ISO_DATE));
    } catch (java.time.DateTimeException _) {
      return true; // no date at all, so none to search for
    }
  }

  /// UIDs of one instance, which change from file to file.
  Needles uids(DataSet source) {
    if (profile.has(ProfileOption.RETAIN_UIDS)) return new Needles(List.of(), Set.of());
    var identifiers = new Identifiers();
    identifiers.add(source);
    return new Needles(identifiers.all().stream().filter(i -> i.kind() == IdentifierKind.UID && i.value().length() > 8 && !i.value().startsWith("1.2.840.10008.")).toList(), Set.of());
  }
}
