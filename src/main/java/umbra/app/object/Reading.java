package umbra.app.object;

import java.io.IOException;
import umbra.catalog.InstanceRow;
import umbra.dicom.DicomFile;

/// Reads what a view shows. The result is complete: the file is closed right after.
@FunctionalInterface
public interface Reading<T> {
  T of(DicomFile file, InstanceRow row) throws IOException;
}
