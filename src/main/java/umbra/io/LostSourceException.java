package umbra.io;

import java.io.IOException;
import java.io.UncheckedIOException;

/// A file that was open can no longer be read: the drive has gone, the share is down, or the file was cut short.
///
/// Unchecked, since any look at a value may meet it; the edge of a job turns it into a state of the row.
public final class LostSourceException extends UncheckedIOException {
  private static final long serialVersionUID = 1;

  public LostSourceException(String source, IOException cause) {
    super(source + " can no longer be read", cause);
  }
}
