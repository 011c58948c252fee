package umbra.object.document.pdf;

import java.io.IOException;

/// A PDF document that cannot be read or cannot be cleaned. The message says why, and repeats nothing of the document.
public final class PdfException extends IOException {
  private static final long serialVersionUID = 1;

  PdfException(String message) {
    super(message);
  }

  PdfException(String message, Throwable cause) {
    super(message, cause);
  }
}
