package umbra.deid.rule;

import java.util.Arrays;
import java.util.Optional;

/// The options of PS3.15 E.3, each with its code of CID 7050. Basic stands for the profile itself.
public enum ProfileOption {
  BASIC("basic", "113100", "Basic Application Confidentiality Profile", "basic_profile"),
  CLEAN_PIXEL_DATA("clean-pixel-data", "113101", "Clean Pixel Data Option", ""),
  CLEAN_RECOGNIZABLE_VISUAL_FEATURES("clean-recognizable-visual-features", "113102", "Clean Recognizable Visual Features Option", ""),
  CLEAN_GRAPHICS("clean-graphics", "113103", "Clean Graphics Option", "clean_graph"),
  CLEAN_STRUCTURED_CONTENT("clean-structured-content", "113104", "Clean Structured Content Option", "clean_struct_cont"),
  CLEAN_DESCRIPTORS("clean-descriptors", "113105", "Clean Descriptors Option", "clean_desc"),
  RETAIN_FULL_DATES("retain-full-dates", "113106", "Retain Longitudinal Temporal Information Full Dates Option", "rtn_long_full_dates"),
  RETAIN_MODIFIED_DATES("retain-modified-dates", "113107", "Retain Longitudinal Temporal Information Modified Dates Option", "rtn_long_modif_dates"),
  RETAIN_PATIENT_CHARACTERISTICS("retain-patient-characteristics", "113108", "Retain Patient Characteristics Option", "rtn_pat_chars"),
  RETAIN_DEVICE_IDENTITY("retain-device-identity", "113109", "Retain Device Identity Option", "rtn_dev_id"),
  RETAIN_UIDS("retain-uids", "113110", "Retain UIDs Option", "rtn_uids"),
  RETAIN_SAFE_PRIVATE("retain-safe-private", "113111", "Retain Safe Private Option", "rtn_safe_priv"),
  RETAIN_INSTITUTION_IDENTITY("retain-institution-identity", "113112", "Retain Institution Identity Option", "rtn_inst_id");

  private final String word;
  private final String code;
  private final String meaning;
  private final String column;

  ProfileOption(String word, String code, String meaning, String column) {
    this.word = word;
    this.code = code;
    this.meaning = meaning;
    this.column = column;
  }

  /// As profiles and the command line spell it.
  public String word() {
    return word;
  }

  /// Code Value in the scheme DCM.
  public String code() {
    return code;
  }

  public String meaning() {
    return meaning;
  }

  /// Column of Table E.1-1; empty for the options that are about pixels.
  public String column() {
    return column;
  }

  public static Optional<ProfileOption> ofWord(String word) {
    return Arrays.stream(values()).filter(o -> o.word.equals(word)).findFirst();
  }
}
