package umbra.deid.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {
  private static final String GOOD = """
      profile: mine
      title: Mine
      version: 1
      edition: PS3.15 2026c
      options:
        retain-uids: off
        clean-descriptors: on
      unlisted:
        standard: K
        unknown: X
      rules:
        - {tag: PatientSex, action: K}
      """;

  private static ProfileException refused(String text) {
    return assertThrows(ProfileException.class, () -> ProfileReader.read("p.yaml", text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aGoodProfileIsRead() throws Exception {
    assertEquals("mine", ProfileReader.read("p.yaml", GOOD.getBytes(StandardCharsets.UTF_8)).name());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"retain-uids: off|retain-uid: off|6|unknown option", "retain-uids: off|retain-uids: perhaps|6|on or off", "unknown: X|unknown: K|10|kept by default",
      "unknown: X|unknown: Q|10|unknown action", "PatientSex|PatientSecks|12|unknown tag", "action: K|acton: K|12|unknown key", "tag: PatientSex|vr: QQ|12|unknown VR",
      "version: 1|version: zero|3|no whole number", "2026c|2019a|4|tables here", "action: K|action: K, sop-class: 1.2.3|12|unknown SOP Class"})
  void whatItDoesNotUnderstandIsRefusedWithItsLine(String good, String bad, int line, String reason) {
    var refused = refused(GOOD.replaceFirst(java.util.regex.Pattern.quote(good), bad));
    assertEquals(line, refused.line());
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
  }

  @Test
  void optionsThatExcludeEachOtherAreRefused() {
    assertTrue(refused(GOOD.replace("clean-descriptors: on", "retain-full-dates: on\n  retain-modified-dates: on")).getMessage().contains("exclude"));
  }

  @Test
  void aProfileWithoutADefaultIsRefused() {
    assertTrue(refused(GOOD.replace("  standard: K\n", "")).getMessage().contains("standard is missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ps315-basic", "midi-research", "strict", "tcia"})
  void theShippedProfilesCanBeRun(String name) throws Exception {
    assertEquals(name, ProfileStore.read(Path.of("profiles", name + ".yaml")).name());
  }
}
