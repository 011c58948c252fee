package umbra.dicom;

/// A number in the file asks for more memory, depth or count than the limits allow.
public final class LimitException extends DicomException {
  private static final long serialVersionUID = 1;

  public LimitException(String reason, Place place) {
    super(reason, place);
  }
}
