package umbra.practice.study;

import java.util.List;
import java.util.SplittableRandom;

/// An invented patient.
///
/// @param name as PN
/// @param birthDate as DA
/// @param sex M or F
public record Person(String name, String id, String birthDate, String sex, String accessionNumber, String referringPhysician) {
  private static final List<String> FAMILY = List.of("Umbrason", "Lumen", "Penumbra", "Schattenwald", "Voxelberg", "Pixelmann", "Gantry", "Sinogram");
  private static final List<String> GIVEN = List.of("Ada", "Emil", "Ines", "Jonas", "Mira", "Otto", "Selma", "Viktor");

  public static Person invent(SplittableRandom random) {
    var sex = random.nextBoolean() ? "F" : "M";
    return new Person(
        pick(FAMILY, random) + "^" + pick(GIVEN, random),
        "PRACTICE-" + (1000 + random.nextInt(9000)),
        String.format("19%02d%02d%02d", 30 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28)),
        sex,
        "ACC" + (100_000 + random.nextInt(900_000)),
        pick(FAMILY, random) + "^" + pick(GIVEN, random) + "^^Dr.");
  }

  private static String pick(List<String> list, SplittableRandom random) {
    return list.get(random.nextInt(list.size()));
  }
}
