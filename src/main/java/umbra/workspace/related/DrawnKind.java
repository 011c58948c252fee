package umbra.workspace.related;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Objects that are looked at on the images of others.
public enum DrawnKind {
  STRUCTURES("Structure set", "1.2.840.10008.5.1.4.1.1.481.3"),
  DOSE("Dose", "1.2.840.10008.5.1.4.1.1.481.2"),
  SEGMENTATION("Segmentation", "1.2.840.10008.5.1.4.1.1.66.4", "1.2.840.10008.5.1.4.1.1.66.7"),
  PARAMETRIC_MAP("Parametric map", "1.2.840.10008.5.1.4.1.1.30"),
  PRESENTATION("Presentation state", "1.2.840.10008.5.1.4.1.1.11.1", "1.2.840.10008.5.1.4.1.1.11.2", "1.2.840.10008.5.1.4.1.1.11.3"),
  FIDUCIALS("Fiducials", "1.2.840.10008.5.1.4.1.1.66.2"),
  REAL_WORLD("Real-world values", "1.2.840.10008.5.1.4.1.1.67"),
  REGIONS("Regions of a report", "1.2.840.10008.5.1.4.1.1.88.");

  /// Key Object Selections name images and draw nothing on them.
  private static final String KEY_OBJECTS = "1.2.840.10008.5.1.4.1.1.88.59";

  private final String title;
  private final List<String> sopClasses;

  DrawnKind(String title, String... sopClasses) {
    this.title = title;
    this.sopClasses = List.of(sopClasses);
  }

  public String title() {
    return title;
  }

  /// Whether it is opened as what is drawn on an image. Reports are opened to be read.
  public boolean isOpenedOnImages() {
    return this != REGIONS;
  }

  /// Whether it belongs to all images of its Frame of Reference, named or not.
  boolean fillsSpace() {
    return this == STRUCTURES || this == DOSE || this == SEGMENTATION || this == PARAMETRIC_MAP || this == FIDUCIALS;
  }

  public static Optional<DrawnKind> of(String sopClassUid) {
    if (sopClassUid.equals(KEY_OBJECTS)) return Optional.empty();
    return Stream.of(values()).filter(k -> k.sopClasses.stream().anyMatch(c -> c.endsWith(".") ? sopClassUid.startsWith(c) : sopClassUid.equals(c))).findFirst();
  }
}
