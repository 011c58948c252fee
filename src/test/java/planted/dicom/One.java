package planted.dicom;

/// Half of a cycle.
public class One {
  planted.dicom.text.Other other;
}
