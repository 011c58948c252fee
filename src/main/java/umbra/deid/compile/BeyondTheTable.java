package umbra.deid.compile;

import java.util.Set;
import umbra.deid.rule.Profile;
import umbra.deid.rule.ProfileOption;

/// Elements that Table E.1-1 does not name though they identify somebody or something: what the standard lists is the minimum
/// (PS3.15 E.1.1). Our own reading of PS3.6.
final class BeyondTheTable {
  /// Birth and death dates of other calendars, numbers of orders, registrations, tracked objects and journeys, names of people and
  /// of their groups, addresses of machines.
  private static final Set<Integer> OF_PEOPLE = Set.of(0x0010_0033, 0x0010_0034, 0x0010_0214, 0x0010_2295, 0x0014_0100, 0x0018_1803, 0x0040_0031, 0x0040_0032, 0x0040_1006, 0x0040_1007,
      0x0040_2006, 0x0040_2007, 0x0040_E001, 0x0054_0400, 0x0062_0020, 0x0072_0008, 0x0072_0010, 0x0074_100C, 0x0088_0130, 0x0100_0426, 0x2100_0010, 0x2100_0160, 0x2110_0030, 0x2110_0099,
      0x4010_1007, 0x4010_101A, 0x4010_101E, 0x4010_101F, 0x4010_102A, 0x4010_1051, 0x4010_1053, 0x4010_1054, 0x4010_1055, 0x4010_1058);
  private static final Set<Integer> OF_DEVICES = Set.of(0x0018_1003, 0x3002_0020, 0x3010_001D);

  private BeyondTheTable() {}

  static boolean identifies(int tag, Profile profile) {
    return OF_PEOPLE.contains(tag) || OF_DEVICES.contains(tag) && !profile.has(ProfileOption.RETAIN_DEVICE_IDENTITY);
  }
}
