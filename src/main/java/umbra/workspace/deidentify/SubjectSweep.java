package umbra.workspace.deidentify;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import umbra.deid.Plan;
import umbra.deid.identifier.Identifier;
import umbra.deid.identifier.IdentifierKind;
import umbra.deid.identifier.Identifiers;
import umbra.deid.rule.Profile;
import umbra.deid.rule.ProfileOption;
import umbra.dicom.DicomFile;
import umbra.verify.LeakSweep;
import umbra.verify.Needles;

/// Sweeps written files for what is known of their subjects. Needles are made ready once for files of one subject that follow each
/// other. Safe for use by several threads.
public final class SubjectSweep {
  /// Dates are written with eight digits, see [Identifiers].
  private static final int DATE_LENGTH = 8;
  private static final int SHORTEST_UID = 9;
  private static final int MOST_READY = 64;

  private record Subject(Object key, int offsetDays) {}

  private final Profile profile;
  private final Map<Subject, Needles> ready = new LinkedHashMap<>(MOST_READY, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Subject, Needles> eldest) {
      return size() > MOST_READY;
    }
  };

  public SubjectSweep(Profile profile) {
    this.profile = profile;
  }

  /// Where a file still holds an identifier of its own source.
  ///
  /// @param offsetDays of the subject: a moved date that equals another original one is no leak
  public Optional<String> leak(Plan plan, DicomFile written, int offsetDays) {
    var own = Identifiers.of(plan.source());
    var uids = new ArrayList<Identifier>();
    own.removeIf(i -> i.kind() == IdentifierKind.UID && uids.add(i));
    return first(needles(new Subject(own, offsetDays), own), uids(uids), written);
  }

  /// Where a file still holds an identifier of its subject, whichever source it comes from, or a UID of its own source.
  ///
  /// @param key of the subject
  /// @param known of the subject, UIDs left out; the same for the same key
  public Optional<String> leak(Object key, Set<Identifier> known, int offsetDays, Plan plan, DicomFile written) {
    var uids = Identifiers.of(plan.source()).stream().filter(i -> i.kind() == IdentifierKind.UID).toList();
    return first(needles(new Subject(key, offsetDays), known), uids(uids), written);
  }

  private static Optional<String> first(Needles people, Needles uids, DicomFile written) {
    return new LeakSweep(people, uids).of(written).stream().findFirst().map(Object::toString);
  }

  private Needles needles(Subject subject, Set<Identifier> known) {
    synchronized (ready) {
      return ready.computeIfAbsent(subject, s -> new Needles(sought(known, s.offsetDays()), Set.of()));
    }
  }

  /// They change from file to file.
  private Needles uids(List<Identifier> uids) {
    return new Needles(profile.has(ProfileOption.RETAIN_UIDS) ? List.of() : uids.stream().filter(i -> i.value().length() >= SHORTEST_UID).toList(), Set.of());
  }

  private List<Identifier> sought(Set<Identifier> all, int offsetDays) {
    var dates = new HashSet<String>();
    for (var i : all) if (i.kind() == IdentifierKind.DATE) dates.add(i.value());
    var sought = new ArrayList<Identifier>();
    for (var i : all) {
      switch (i.kind()) {
        case DATE -> {
          if (!profile.has(ProfileOption.RETAIN_FULL_DATES) && i.value().length() == DATE_LENGTH && !isMovedOnto(i.value(), dates, offsetDays)) sought.add(i);
        }
        case INSTITUTION -> {
          if (!profile.has(ProfileOption.RETAIN_INSTITUTION_IDENTITY)) sought.add(i);
        }
        case NAME, ID, PHONE, ADDRESS, PERSON, UID -> sought.add(i);
      }
    }
    return sought;
  }

  /// Whether some other original date comes to stand here.
  private static boolean isMovedOnto(String date, Set<String> originals, int offsetDays) {
    try {
      return originals.contains(LocalDate.parse(date, DateTimeFormatter.BASIC_ISO_DATE).minusDays(offsetDays).format(DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeException _) {
      return true; // no date at all, so none to search for
    }
  }
}
