package umbra.dicom;

/// Valid, or at least claimed, but not something Umbra can read.
public final class UnsupportedDicomException extends DicomException {
  private static final long serialVersionUID = 1;

  public UnsupportedDicomException(String reason, Place place) {
    super(reason, place);
  }
}
