package umbra.dicom;

/// The bytes break the rules of the standard in a way that no leniency covers.
public final class DicomFormatException extends DicomException {
  private static final long serialVersionUID = 1;

  public DicomFormatException(String reason, Place place) {
    super(reason, place);
  }
}
