package umbra.pixel.redact;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import umbra.dicom.DataElement;
import umbra.dicom.Tag;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.pixel.redact.region.Region;

/// What changes beside the pixels: numbers that were computed from them, flags of lossy compression, words.
record HeaderChanges(Subject subject, List<DataElement> set, List<Tag> removed) {
  static final Tag ICON_IMAGE_SEQUENCE = Tag.of(0x0088, 0x0200);
  private static final Tag LOSSY = Tag.of(0x0028, 0x2110);
  private static final Tag LOSSY_RATIO = Tag.of(0x0028, 0x2112);
  private static final Tag LOSSY_METHOD = Tag.of(0x0028, 0x2114);

  /// Smallest and Largest Image Pixel Value, in Series and in Image Plane, Histogram Sequence, Pixel Data Provider URL, MAC Parameters,
  /// Digital Signatures: computed from, or pointing at, the old pixels; all are Type 3 or 1C that no longer applies.
  private static final List<Tag> COMPUTED = List.of(Tag.of(0x0028, 0x0106), Tag.of(0x0028, 0x0107), Tag.of(0x0028, 0x0108), Tag.of(0x0028, 0x0109),
      Tag.of(0x0028, 0x0110), Tag.of(0x0028, 0x0111), Tag.of(0x0028, 0x7FE0), Tag.of(0x0060, 0x3000), Tag.of(0x4FFE, 0x0001), Tag.of(0xFFFA, 0xFFFA));

  /// @param set the pixels and what belongs to their encoding
  static HeaderChanges of(Subject subject, List<DataElement> set, List<Tag> removed) {
    var all = new ArrayList<>(set);
    all.addAll(lossy(subject));
    var gone = new ArrayList<>(removed);
    gone.addAll(COMPUTED);
    return new HeaderChanges(subject, List.copyOf(all), List.copyOf(gone));
  }

  /// Pixels that came in a lossy syntax have to say so for good (PS3.3 C.7.6.1.1.5); what is said already stays.
  private static List<DataElement> lossy(Subject subject) {
    var method = method(subject.syntax());
    if (method.isEmpty()) return List.of();
    var set = new ArrayList<DataElement>();
    var dataSet = subject.dataSet();
    boolean said = dataSet.text(LOSSY).filter(v -> v.equals("01")).isPresent();
    if (!said) set.add(DataElement.ofAscii(LOSSY, VR.CS, "01"));
    if (dataSet.text(LOSSY_RATIO).isEmpty()) set.add(DataElement.ofAscii(LOSSY_RATIO, VR.DS, ratio(subject)));
    if (dataSet.text(LOSSY_METHOD).isEmpty()) set.add(DataElement.ofAscii(LOSSY_METHOD, VR.CS, method.get()));
    return set;
  }

  private static String ratio(Subject subject) {
    var image = subject.image();
    double plain = (double) image.frameSamples() * image.frames() * image.bitsAllocated() / 8;
    return String.format(Locale.ROOT, "%.2f", Math.max(1, plain / Math.max(1, subject.pixels().value().size())));
  }

  /// Defined Terms of PS3.3 C.7.6.1.1.5.1.
  private static Optional<String> method(TransferSyntax syntax) {
    return switch (syntax) {
      case JPEG_BASELINE, JPEG_EXTENDED, JPEG_SPECTRAL_SELECTION, JPEG_FULL_PROGRESSION -> Optional.of("ISO_10918_1");
      case JPEG_LS_NEAR_LOSSLESS -> Optional.of("ISO_14495_1");
      case JPEG_2000, JPEG_2000_MC -> Optional.of("ISO_15444_1");
      case HTJ2K -> Optional.of("ISO_15444_15");
      default -> syntax.isVideo() ? Optional.of(videoMethod(syntax)) : Optional.empty();
    };
  }

  private static String videoMethod(TransferSyntax syntax) {
    if (syntax.name().startsWith("MPEG2")) return "ISO_13818_2";
    return syntax.name().startsWith("HEVC") ? "ISO_23008_2" : "ISO_14496_10";
  }

  RedactedPixels redacted(TransferSyntax result, List<Region> blackened, RedactionPlan.Way way, Closeable store) {
    return new RedactedPixels(result, way, blackened, set, removed, account(subject, result, blackened, way), store);
  }

  private static String account(Subject subject, TransferSyntax result, List<Region> blackened, RedactionPlan.Way way) {
    var words = blackened.size() + (blackened.size() == 1 ? " region" : " regions") + " blackened; pixels outside ";
    return words + switch (way) {
      case IN_PLACE -> "unchanged";
      case IN_BLOCKS -> "not compressed again";
      case LOSSLESS_AGAIN -> "unchanged, compressed again without loss";
      case OTHER_SYNTAX -> "as decoded from " + subject.syntax().title() + ", stored without further loss as " + result.title();
    };
  }
}
