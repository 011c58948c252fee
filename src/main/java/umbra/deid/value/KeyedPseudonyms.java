package umbra.deid.value;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import umbra.dicom.Uid;

/// Pseudonyms made with a key: nothing has to be stored for the same original to give the same result in a later version.
public final class KeyedPseudonyms implements Pseudonyms {
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String ISSUER = "^^^";
  private static final int CODE_LENGTH = 9;
  private static final int NEAREST_DAYS = 365;
  private static final int FARTHEST_DAYS = 3650;

  private final ProjectKey key;
  private final PatientNaming naming;
  private final Map<String, String> merged;
  private final Set<String> mergedInto;
  private final boolean wholeWeeks;
  private final Map<SourceSubject, Subject> subjects = new ConcurrentHashMap<>();

  /// @param merged the key of the subject that a key is the same person as, see [#subjectKey]; without an issuer it speaks of all;
  ///     a chain is followed to its end
  /// @param wholeWeeks dates keep their day of the week
  public KeyedPseudonyms(ProjectKey key, PatientNaming naming, Map<String, String> merged, boolean wholeWeeks) {
    this.key = key;
    this.naming = naming;
    this.merged = Map.copyOf(merged);
    this.mergedInto = Set.copyOf(merged.values());
    this.wholeWeeks = wholeWeeks;
  }

  /// What tells subjects apart: the ID with its issuer; the name with the birth date, if there is one, where there is no ID; the study
  /// where there is no name either.
  public static String subjectKey(SourceSubject source) {
    if (source.patientId().isEmpty() && source.patientName().isBlank() && !source.study().isEmpty()) return "study:" + source.study();
    if (source.patientId().isEmpty()) return "name:" + source.patientName().toUpperCase(Locale.ROOT) + (source.birthDate().isEmpty() ? "" : "\n" + source.birthDate());
    return source.issuer().isEmpty() ? source.patientId() : source.patientId() + ISSUER + source.issuer();
  }

  @Override
  public Subject subject(SourceSubject source) {
    return subjects.computeIfAbsent(source, this::made);
  }

  private Subject made(SourceSubject source) {
    var subject = joined(subjectKey(source));
    for (int i = 0; i < merged.size() && merged.containsKey(subject); i++) subject = joined(merged.get(subject));
    var row = named(naming, bare(subject), subject);
    return new Subject(row.id(), row.name().isEmpty() ? row.id() : row.name(), offsetDays(subject));
  }

  /// Who was merged was so with all issuers of the ID.
  private String joined(String subject) {
    var bare = bare(subject);
    return merged.containsKey(bare) || mergedInto.contains(bare) ? bare : subject;
  }

  private static String bare(String subject) {
    int issuer = subject.indexOf(ISSUER);
    return issuer < 0 ? subject : subject.substring(0, issuer);
  }

  private PatientNaming.Row named(PatientNaming rule, String id, String subject) {
    return switch (rule) {
      case PatientNaming.Keyed(var prefix) -> new PatientNaming.Row(prefix + code(subject), "");
      case PatientNaming.Sequence(var prefix, int digits, var numbers) -> {
        var number = Optional.ofNullable(numbers.get(subject));
        yield new PatientNaming.Row(prefix + number.map(n -> String.format("%0" + digits + "d", n)).orElseGet(() -> code(subject)), "");
      }
      case PatientNaming.Table(var rows, var others) -> {
        var row = Optional.ofNullable(rows.get(subject)).or(() -> Optional.ofNullable(rows.get(id)));
        yield row.isPresent() ? row.get() : named(others.orElseThrow(UnnamedSubjectException::new), id, subject);
      }
    };
  }

  private String code(String subject) {
    for (int round = 0; ; round++) {
      var number = new BigInteger(1, key.derive("patient" + round, subject));
      var code = new StringBuilder();
      for (int i = 0; i < CODE_LENGTH; i++) {
        var parts = number.divideAndRemainder(BigInteger.valueOf(LETTERS.length()));
        code.append(LETTERS.charAt(parts[1].intValue()));
        number = parts[0];
      }
      if (!DateRuns.isIn(code.toString())) return code.toString();
    }
  }

  /// One to ten years back, never forth: a date that lies ahead would give the shift away.
  private int offsetDays(String subject) {
    int span = FARTHEST_DAYS - NEAREST_DAYS;
    int days = NEAREST_DAYS + new BigInteger(1, key.derive("date", subject)).mod(BigInteger.valueOf(span)).intValue();
    return -(wholeWeeks ? days - days % 7 : days);
  }

  @Override
  public String uid(String original) {
    var uid = Uid.of(original);
    if (uid.text().isEmpty() || uid.isOfTheStandard()) return uid.text();
    for (int round = 0; ; round++) {
      var made = "2.25." + decimal(key.derive(round == 0 ? "uid" : "uid" + round, uid.text()));
      if (!DateRuns.isIn(made)) return made;
    }
  }

  /// A UUID of version 8, whose bits are ours to choose (RFC 9562), as a decimal number (PS3.5 B.2).
  private static String decimal(byte[] hash) {
    var bytes = java.util.Arrays.copyOf(hash, 16);
    bytes[6] = (byte) (bytes[6] & 0x0F | 0x80);
    bytes[8] = (byte) (bytes[8] & 0x3F | 0x80);
    return new BigInteger(1, bytes).toString();
  }
}
