package umbra.workspace.related;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Value;

/// What an object speaks of.
///
/// @param instances SOP Instance UIDs, the first named first
/// @param series Series Instance UIDs, its own left out
/// @param frameOfReference its own, or the first one that it names; empty if there is none
record Spoken(Set<String> instances, Set<String> series, String frameOfReference) {
  private static final Tag REFERENCED_SOP_INSTANCE = Tag.of(0x0008, 0x1155);
  private static final Tag SERIES_INSTANCE = Tag.of(0x0020, 0x000E);
  private static final Tag FRAME_OF_REFERENCE = Tag.of(0x0020, 0x0052);
  private static final Tag REFERENCED_FRAME_OF_REFERENCE = Tag.of(0x3006, 0x0024);

  static Spoken of(DataSet dataSet) {
    var instances = new LinkedHashSet<String>();
    var series = new LinkedHashSet<String>();
    var spaces = new LinkedHashSet<String>();
    walk(dataSet, instances, series, spaces);
    dataSet.text(SERIES_INSTANCE).ifPresent(series::remove);
    return new Spoken(instances, series, dataSet.text(FRAME_OF_REFERENCE).orElseGet(() -> spaces.isEmpty() ? "" : spaces.getFirst()));
  }

  private static void walk(DataSet dataSet, Set<String> instances, Set<String> series, Set<String> spaces) {
    for (var element : dataSet) {
      if (element.value() instanceof Value.Items(var items)) {
        for (var item : items) walk(item, instances, series, spaces);
      } else if (element.tag().equals(REFERENCED_SOP_INSTANCE)) dataSet.text(REFERENCED_SOP_INSTANCE).ifPresent(instances::add);
      else if (element.tag().equals(SERIES_INSTANCE)) dataSet.text(SERIES_INSTANCE).ifPresent(series::add);
      else if (element.tag().equals(FRAME_OF_REFERENCE) || element.tag().equals(REFERENCED_FRAME_OF_REFERENCE)) dataSet.text(element.tag()).ifPresent(spaces::add);
    }
  }

  boolean speaksOf(String seriesInstanceUid, Set<String> sopInstanceUids) {
    if (series.contains(seriesInstanceUid)) return true;
    var both = new HashSet<>(instances.size() < sopInstanceUids.size() ? instances : sopInstanceUids);
    both.retainAll(instances.size() < sopInstanceUids.size() ? sopInstanceUids : instances);
    return !both.isEmpty();
  }
}
