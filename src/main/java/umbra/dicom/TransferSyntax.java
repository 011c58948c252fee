package umbra.dicom;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The Transfer Syntaxes of PS3.5 Annex A, with what a reader has to know of each.
public enum TransferSyntax {
  IMPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2", "Implicit VR Little Endian", Syntax.IMPLICIT_LITTLE, Pixels.NATIVE),
  EXPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2.1", "Explicit VR Little Endian", Syntax.EXPLICIT_LITTLE, Pixels.NATIVE),
  ENCAPSULATED_UNCOMPRESSED("1.2.840.10008.1.2.1.98", "Encapsulated Uncompressed Explicit VR Little Endian"),
  DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2.1.99", "Deflated Explicit VR Little Endian", Syntax.EXPLICIT_LITTLE, Pixels.NATIVE),
  EXPLICIT_VR_BIG_ENDIAN("1.2.840.10008.1.2.2", "Explicit VR Big Endian", Syntax.EXPLICIT_BIG, Pixels.NATIVE),
  DEFLATED_IMAGE_FRAME("1.2.840.10008.1.2.8.1", "Deflated Image Frame Compression"),
  JPEG_BASELINE("1.2.840.10008.1.2.4.50", "JPEG Baseline (Process 1)"),
  JPEG_EXTENDED("1.2.840.10008.1.2.4.51", "JPEG Extended (Process 2 and 4)"),
  JPEG_SPECTRAL_SELECTION("1.2.840.10008.1.2.4.53", "JPEG Spectral Selection, Non-Hierarchical (Process 6 and 8)"),
  JPEG_FULL_PROGRESSION("1.2.840.10008.1.2.4.55", "JPEG Full Progression, Non-Hierarchical (Process 10 and 12)"),
  JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", "JPEG Lossless, Non-Hierarchical (Process 14)"),
  JPEG_LOSSLESS_SV1("1.2.840.10008.1.2.4.70", "JPEG Lossless, Non-Hierarchical, First-Order Prediction"),
  JPEG_LS_LOSSLESS("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless Image Compression"),
  JPEG_LS_NEAR_LOSSLESS("1.2.840.10008.1.2.4.81", "JPEG-LS Lossy (Near-Lossless) Image Compression"),
  JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", "JPEG 2000 Image Compression (Lossless Only)"),
  JPEG_2000("1.2.840.10008.1.2.4.91", "JPEG 2000 Image Compression"),
  JPEG_2000_MC_LOSSLESS("1.2.840.10008.1.2.4.92", "JPEG 2000 Part 2 Multi-component Image Compression (Lossless Only)"),
  JPEG_2000_MC("1.2.840.10008.1.2.4.93", "JPEG 2000 Part 2 Multi-component Image Compression"),
  JPIP_REFERENCED("1.2.840.10008.1.2.4.94", "JPIP Referenced", Syntax.EXPLICIT_LITTLE, Pixels.REFERENCED),
  JPIP_REFERENCED_DEFLATE("1.2.840.10008.1.2.4.95", "JPIP Referenced Deflate", Syntax.EXPLICIT_LITTLE, Pixels.REFERENCED),
  MPEG2_MAIN("1.2.840.10008.1.2.4.100", "MPEG2 Main Profile / Main Level", Pixels.VIDEO),
  MPEG2_MAIN_FRAGMENTABLE("1.2.840.10008.1.2.4.100.1", "Fragmentable MPEG2 Main Profile / Main Level", Pixels.VIDEO),
  MPEG2_HIGH("1.2.840.10008.1.2.4.101", "MPEG2 Main Profile / High Level", Pixels.VIDEO),
  MPEG2_HIGH_FRAGMENTABLE("1.2.840.10008.1.2.4.101.1", "Fragmentable MPEG2 Main Profile / High Level", Pixels.VIDEO),
  MPEG4_HIGH_41("1.2.840.10008.1.2.4.102", "MPEG-4 AVC/H.264 High Profile / Level 4.1", Pixels.VIDEO),
  MPEG4_HIGH_41_FRAGMENTABLE("1.2.840.10008.1.2.4.102.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.1", Pixels.VIDEO),
  MPEG4_HIGH_41_BD("1.2.840.10008.1.2.4.103", "MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1", Pixels.VIDEO),
  MPEG4_HIGH_41_BD_FRAGMENTABLE("1.2.840.10008.1.2.4.103.1", "Fragmentable MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1", Pixels.VIDEO),
  MPEG4_HIGH_42_2D("1.2.840.10008.1.2.4.104", "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video", Pixels.VIDEO),
  MPEG4_HIGH_42_2D_FRAGMENTABLE("1.2.840.10008.1.2.4.104.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video", Pixels.VIDEO),
  MPEG4_HIGH_42_3D("1.2.840.10008.1.2.4.105", "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video", Pixels.VIDEO),
  MPEG4_HIGH_42_3D_FRAGMENTABLE("1.2.840.10008.1.2.4.105.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video", Pixels.VIDEO),
  MPEG4_STEREO_42("1.2.840.10008.1.2.4.106", "MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2", Pixels.VIDEO),
  MPEG4_STEREO_42_FRAGMENTABLE("1.2.840.10008.1.2.4.106.1", "Fragmentable MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2", Pixels.VIDEO),
  HEVC_MAIN_51("1.2.840.10008.1.2.4.107", "HEVC/H.265 Main Profile / Level 5.1", Pixels.VIDEO),
  HEVC_MAIN_10_51("1.2.840.10008.1.2.4.108", "HEVC/H.265 Main 10 Profile / Level 5.1", Pixels.VIDEO),
  JPEG_XL_LOSSLESS("1.2.840.10008.1.2.4.110", "JPEG XL Lossless"),
  JPEG_XL_RECOMPRESSION("1.2.840.10008.1.2.4.111", "JPEG XL JPEG Recompression"),
  JPEG_XL("1.2.840.10008.1.2.4.112", "JPEG XL"),
  HTJ2K_LOSSLESS("1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 Image Compression (Lossless Only)"),
  HTJ2K_LOSSLESS_RPCL("1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 with RPCL Options Image Compression (Lossless Only)"),
  HTJ2K("1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000 Image Compression"),
  JPIP_HTJ2K_REFERENCED("1.2.840.10008.1.2.4.204", "JPIP HTJ2K Referenced", Syntax.EXPLICIT_LITTLE, Pixels.REFERENCED),
  JPIP_HTJ2K_REFERENCED_DEFLATE("1.2.840.10008.1.2.4.205", "JPIP HTJ2K Referenced Deflate", Syntax.EXPLICIT_LITTLE, Pixels.REFERENCED),
  RLE_LOSSLESS("1.2.840.10008.1.2.5", "RLE Lossless");

  /// Where the samples are.
  private enum Pixels { NATIVE, FRAMES, VIDEO, REFERENCED }

  private static final Map<String, TransferSyntax> BY_UID =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(TransferSyntax::uid, Function.identity()));

  private final String uid;
  private final String title;
  private final Syntax syntax;
  private final Pixels pixels;

  TransferSyntax(String uid, String title) {
    this(uid, title, Pixels.FRAMES);
  }

  TransferSyntax(String uid, String title, Pixels pixels) {
    this(uid, title, Syntax.EXPLICIT_LITTLE, pixels);
  }

  TransferSyntax(String uid, String title, Syntax syntax, Pixels pixels) {
    this.uid = uid;
    this.title = title;
    this.syntax = syntax;
    this.pixels = pixels;
  }

  public static Optional<TransferSyntax> ofUid(String uid) {
    return Optional.ofNullable(BY_UID.get(uid));
  }

  public String uid() {
    return uid;
  }

  /// The name PS3.6 gives it, shortened where it repeats itself.
  public String title() {
    return title;
  }

  /// Layout of the elements of the Data Set.
  public Syntax syntax() {
    return syntax;
  }

  /// The Data Set after File Meta Information is one deflated stream (PS3.5 A.5).
  public boolean isDeflated() {
    return switch (this) {
      case DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN, JPIP_REFERENCED_DEFLATE, JPIP_HTJ2K_REFERENCED_DEFLATE -> true;
      default -> false;
    };
  }

  /// Pixel Data stands in fragments (PS3.5 A.4).
  public boolean isEncapsulated() {
    return pixels == Pixels.FRAMES || pixels == Pixels.VIDEO;
  }

  /// All fragments together are one video stream.
  public boolean isVideo() {
    return pixels == Pixels.VIDEO;
  }
}
