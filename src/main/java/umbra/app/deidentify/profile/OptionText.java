package umbra.app.deidentify.profile;

import java.util.List;
import umbra.deid.rule.ProfileOption;

/// The ten options of PS3.15 E.3 as a curator understands them. The two ways to keep dates are one option in the standard.
public final class OptionText {
  public static final List<ProfileOption> ORDER = List.of(ProfileOption.CLEAN_PIXEL_DATA, ProfileOption.CLEAN_RECOGNIZABLE_VISUAL_FEATURES, ProfileOption.CLEAN_GRAPHICS,
      ProfileOption.CLEAN_STRUCTURED_CONTENT, ProfileOption.CLEAN_DESCRIPTORS, ProfileOption.RETAIN_MODIFIED_DATES, ProfileOption.RETAIN_FULL_DATES, ProfileOption.RETAIN_PATIENT_CHARACTERISTICS,
      ProfileOption.RETAIN_DEVICE_IDENTITY, ProfileOption.RETAIN_INSTITUTION_IDENTITY, ProfileOption.RETAIN_UIDS, ProfileOption.RETAIN_SAFE_PRIVATE);

  private OptionText() {}

  public static String title(ProfileOption option) {
    return switch (option) {
      case BASIC -> "Basic profile";
      case CLEAN_PIXEL_DATA -> "Clean pixel data";
      case CLEAN_RECOGNIZABLE_VISUAL_FEATURES -> "Clean recognisable features";
      case CLEAN_GRAPHICS -> "Clean graphics";
      case CLEAN_STRUCTURED_CONTENT -> "Clean structured content";
      case CLEAN_DESCRIPTORS -> "Clean descriptors";
      case RETAIN_FULL_DATES -> "Keep full dates";
      case RETAIN_MODIFIED_DATES -> "Keep dates, shifted";
      case RETAIN_PATIENT_CHARACTERISTICS -> "Keep patient characteristics";
      case RETAIN_DEVICE_IDENTITY -> "Keep device identity";
      case RETAIN_UIDS -> "Keep UIDs";
      case RETAIN_SAFE_PRIVATE -> "Keep safe private elements";
      case RETAIN_INSTITUTION_IDENTITY -> "Keep institution identity";
    };
  }

  public static String about(ProfileOption option) {
    return switch (option) {
      case BASIC -> "Always on: Table E.1-1 of PS3.15";
      case CLEAN_PIXEL_DATA -> "Burned-in text must be looked for and blackened before an image leaves";
      case CLEAN_RECOGNIZABLE_VISUAL_FEATURES -> "A face that could be rebuilt must be dealt with; said only of instances where it was";
      case CLEAN_GRAPHICS -> "Overlays and annotations go, their safe parts may stay";
      case CLEAN_STRUCTURED_CONTENT -> "Reports stay, their identifying content items go by code";
      case CLEAN_DESCRIPTORS -> "Descriptions stay where somebody decided their text; else as the basic profile has it";
      case RETAIN_FULL_DATES -> "Real dates leave: only where consent or law allows it";
      case RETAIN_MODIFIED_DATES -> "One offset a subject: intervals stay true, dates do not";
      case RETAIN_PATIENT_CHARACTERISTICS -> "Sex, age (capped), size and weight stay";
      case RETAIN_DEVICE_IDENTITY -> "Serial numbers, device UIDs and station names stay";
      case RETAIN_UIDS -> "Original UIDs leave: whoever has the archive can find the patient";
      case RETAIN_SAFE_PRIVATE -> "Private elements stay that a list calls safe";
      case RETAIN_INSTITUTION_IDENTITY -> "Name and address of the institution stay";
    };
  }

  /// Whether it lets out what can lead back to a person.
  public static boolean isRisky(ProfileOption option) {
    return switch (option) {
      case RETAIN_FULL_DATES, RETAIN_UIDS, RETAIN_INSTITUTION_IDENTITY -> true;
      case BASIC, CLEAN_PIXEL_DATA, CLEAN_RECOGNIZABLE_VISUAL_FEATURES, CLEAN_GRAPHICS, CLEAN_STRUCTURED_CONTENT, CLEAN_DESCRIPTORS, RETAIN_MODIFIED_DATES, RETAIN_PATIENT_CHARACTERISTICS,
          RETAIN_DEVICE_IDENTITY, RETAIN_SAFE_PRIVATE -> false;
    };
  }
}
