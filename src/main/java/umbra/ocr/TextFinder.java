package umbra.ocr;

import umbra.pixel.Checkpoint;
import umbra.pixel.render.Picture;

/// Finds text in pictures. For several threads.
public interface TextFinder {
  /// @param workers share the looks at this one picture
  /// @param checkpoint asked between looks; what it throws passes through
  OcrResult find(Picture picture, Effort effort, Workers workers, Checkpoint checkpoint);

  /// In the calling thread alone.
  default OcrResult find(Picture picture, Effort effort, Checkpoint checkpoint) {
    return find(picture, effort, Workers.ONE_BY_ONE, checkpoint);
  }

  /// Names engine, models and method: results of another version are to be looked at anew.
  String version();

  /// A finder that cannot look.
  static TextFinder unavailable(String reason) {
    return new TextFinder() {
      @Override
      public OcrResult find(Picture picture, Effort effort, Workers workers, Checkpoint checkpoint) {
        return new OcrResult.Unavailable(reason);
      }

      @Override
      public String version() {
        return "none";
      }
    };
  }
}
