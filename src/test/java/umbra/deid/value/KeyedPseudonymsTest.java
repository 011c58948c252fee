package umbra.deid.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyedPseudonymsTest {
  private static KeyedPseudonyms keyed(String secret, PatientNaming naming, Map<String, String> merged, boolean weeks) throws InvalidKeyException {
    return new KeyedPseudonyms(ProjectKey.of(secret.getBytes(StandardCharsets.US_ASCII)), naming, merged, weeks);
  }

  private static KeyedPseudonyms keyed(String secret) throws InvalidKeyException {
    return keyed(secret, PatientNaming.KEYED, Map.of(), false);
  }

  private static SourceSubject subject(String id, String issuer) {
    return new SourceSubject(id, issuer, "Zwetsloot^Quirine");
  }

  @Test
  void uidsAreShortStableAndDependOnTheKey() throws Exception {
    var one = keyed("the first key of all");
    for (int i = 0; i < 2000; i++) {
      var made = one.uid("1.2.276.0.20190102." + i);
      assertTrue(made.matches("2\\.25\\.[1-9][0-9]{0,38}"), made);
      assertTrue(!DateRuns.isIn(made), made);
    }
    assertEquals(one.uid("1.2.3.4"), keyed("the first key of all").uid("1.2.3.4"));
    assertNotEquals(one.uid("1.2.3.4"), keyed("quite another key here").uid("1.2.3.4"));
  }

  @Test
  void emptyAndWellKnownUidsStay() throws Exception {
    var one = keyed("the first key of all");
    assertEquals("", one.uid(""));
    assertEquals("1.2.840.10008.1.4.1.1", one.uid("1.2.840.10008.1.4.1.1"));
    assertEquals(one.uid("1.2.3.4"), one.uid("1.2.3.4\0"), "padding does not count");
  }

  @Test
  void theIssuerTellsPeopleApartAndMergingBringsThemTogether() throws Exception {
    var apart = keyed("the first key of all");
    assertNotEquals(apart.subject(subject("7", "A")), apart.subject(subject("7", "B")));
    var merged = keyed("the first key of all", PatientNaming.KEYED, Map.of("7^^^B", "7^^^A"), false);
    assertEquals(merged.subject(subject("7", "A")), merged.subject(subject("7", "B")));
  }

  @Test
  void offsetsGoBackAndMayBeWholeWeeks() throws Exception {
    var weeks = keyed("the first key of all", PatientNaming.KEYED, Map.of(), true);
    for (int i = 0; i < 200; i++) {
      int days = weeks.subject(subject("P" + i, "")).offsetDays();
      assertTrue(days < 0 && days % 7 == 0, "offset " + days);
    }
  }

  @Test
  void aTableWithoutARowRefuses() throws Exception {
    var table = keyed("the first key of all", new PatientNaming.Table(Map.of("7", new PatientNaming.Row("S1", "")), Optional.empty()), Map.of(), false);
    assertEquals("S1", table.subject(subject("7", "")).patientName());
    assertThrows(UnnamedSubjectException.class, () -> table.subject(subject("8", "")));
  }

  @Test
  void aShortKeyIsRefused() {
    assertThrows(InvalidKeyException.class, () -> keyed("short"));
  }

  @Test
  void whoIsMergedIsSoWithAllIssuersAndUnderTheNameOfTheOther() throws Exception {
    var merged = keyed("the first key of all", PatientNaming.KEYED, Map.of("A", "B"), false);
    assertEquals(merged.subject(subject("B", "")), merged.subject(subject("A", "ISSUER")));
    assertEquals(merged.subject(subject("B", "OTHER")), merged.subject(subject("A", "")));
    assertNotEquals(merged.subject(subject("B", "")), merged.subject(subject("C", "")));
    var rows = Map.of("A", new PatientNaming.Row("NEW-A", ""), "B", new PatientNaming.Row("NEW-B", ""));
    var table = keyed("the first key of all", new PatientNaming.Table(rows, Optional.empty()), Map.of("A", "B"), false);
    assertEquals("NEW-B", table.subject(subject("A", "")).patientId());
  }

  @Test
  void onePersonHasUnlikeNamesInTwoProjectsAndNoneIsAHashOfTheId() throws Exception {
    var one = keyed("the first key of all").subject(subject("QX-77431", "")).patientId();
    var other = keyed("quite another key here").subject(subject("QX-77431", "")).patientId();
    assertNotEquals(one, other);
    for (var algorithm : java.util.List.of("MD5", "SHA-1", "SHA-256")) {
      var hash = java.util.HexFormat.of().withUpperCase().formatHex(java.security.MessageDigest.getInstance(algorithm).digest("QX-77431".getBytes(StandardCharsets.UTF_8)));
      assertTrue(!hash.contains(one.substring(one.length() - 9)));
    }
  }
}
