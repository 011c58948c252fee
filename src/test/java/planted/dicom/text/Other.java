package planted.dicom.text;

/// The other half of a cycle.
public class Other {
  planted.dicom.One one;
}
