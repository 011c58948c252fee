package umbra.object;

import java.io.IOException;
import java.util.List;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;

/// A family of objects whose text we know how to read.
public interface TextFamily {
  /// Whether an object is of this family, by its SOP Class UID or, where that is private, by what it holds.
  ///
  /// @param sopClassUid empty if the object states none
  boolean holds(String sopClassUid, DataSet dataSet);

  /// All text that a person can read in the object, in reading order. What cannot be read as text is left out; what is
  /// damaged is read as far as it goes.
  List<TextItem> texts(DicomFile file) throws IOException;
}
