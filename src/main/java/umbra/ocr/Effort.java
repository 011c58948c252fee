package umbra.ocr;

/// How hard to look. More finds smaller and fainter text and costs more.
public enum Effort {
  /// One look at the picture as it is: to show something at once.
  FIRST_LOOK,
  /// For each of many frames that look alike.
  EVERY_FRAME,
  /// Both polarities and several scales: for single frames, projections, and a frame of each series.
  THOROUGH
}
