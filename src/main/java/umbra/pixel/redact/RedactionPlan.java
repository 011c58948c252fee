package umbra.pixel.redact;

import java.util.List;
import umbra.dicom.TransferSyntax;
import umbra.pixel.redact.region.Region;

/// What a redaction would do, known before anything is written.
public sealed interface RedactionPlan {
  /// How the pixels outside keep their values.
  enum Way {
    /// Stored values are overwritten where they stand; nothing is encoded.
    IN_PLACE,
    /// Blocks of DCT coefficients are replaced in the entropy-coded data; all others keep their coefficients.
    IN_BLOCKS,
    /// Frames that are touched are decoded and encoded again without loss in the same syntax.
    LOSSLESS_AGAIN,
    /// All frames are decoded and stored in another syntax without loss.
    OTHER_SYNTAX
  }

  /// @param result the Transfer Syntax afterwards
  /// @param blackened the true areas: those asked for, clipped to the image and grown to what the codec can cut
  /// @param outside those asked for that touch no pixel of any frame
  /// @param words what will happen, for people
  record Possible(Way way, TransferSyntax result, List<Region> blackened, List<Region> outside, String words) implements RedactionPlan {
    public Possible {
      blackened = List.copyOf(blackened);
      outside = List.copyOf(outside);
    }
  }

  /// @param reason for people; what cannot be redacted blocks release
  record Impossible(String reason) implements RedactionPlan {}
}
