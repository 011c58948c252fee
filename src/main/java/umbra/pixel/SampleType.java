package umbra.pixel;

/// What one stored sample is.
public enum SampleType {
  /// An integer of 1 to 32 bits in Pixel Data.
  INTEGER,
  /// 32-bit floating point of Float Pixel Data (7FE0,0008).
  FLOAT,
  /// 64-bit floating point of Double Float Pixel Data (7FE0,0009).
  DOUBLE
}
