package umbra.workspace.template;

import java.util.List;
import umbra.pixel.redact.region.Box;

/// Where a device burns text in.
///
/// @param name for people, without values of a patient
/// @param boxes inside the image of that size
public record Template(String name, Device device, List<Box> boxes) {
  public Template {
    boxes = List.copyOf(boxes);
  }
}
