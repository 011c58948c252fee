package umbra.dicom;

import java.io.IOException;

/// Why a file, an element or a frame cannot be used. Messages hold Tags, lengths and counts, never values.
public abstract sealed class DicomException extends IOException
    permits DicomFormatException, UnsupportedDicomException, LimitException {
  private static final long serialVersionUID = 1;
  private final transient Place place;
  private final String reason;

  DicomException(String reason, Place place) {
    super(reason + ": " + place);
    this.reason = reason;
    this.place = place;
  }

  /// What is wrong, without the place.
  public String reason() {
    return reason;
  }

  public Place place() {
    return place;
  }
}
