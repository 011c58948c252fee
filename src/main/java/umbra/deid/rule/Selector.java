package umbra.deid.rule;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import umbra.dicom.Tag;
import umbra.dicom.VR;

/// Which elements a rule of a profile speaks about. The more exact one wins: path, tag, private element, private creator, VR.
public sealed interface Selector {
  /// An element at one place only.
  ///
  /// @param steps the Sequences passed, then the element itself, each as [#step] prints it; a Sequence that nests in itself stands once
  record ByPath(List<String> steps) implements Selector {
    public ByPath {
      steps = List.copyOf(steps);
    }
  }

  /// A step of a place: `(gggg,eeee)`, or `(gggg,"creator",ee)` for an element of a private block, in lower case.
  ///
  /// @param creator empty for elements of the standard
  static String step(Tag tag, String creator) {
    var printed = tag.toString().toLowerCase(Locale.ROOT);
    if (creator.isEmpty()) return printed;
    return "(" + printed.substring(1, 5) + ",\"" + creator.strip().toLowerCase(Locale.ROOT) + "\"," + printed.substring(8, 10) + ")";
  }

  /// An element at any depth.
  record ByTag(Tag tag) implements Selector {}

  /// Elements of a Private Creator.
  ///
  /// @param group of the elements; empty for all groups
  /// @param element the last two digits; empty for all of the block
  record ByCreator(String creator, OptionalInt group, OptionalInt element) implements Selector {}

  /// Elements of the standard with this VR.
  record ByVr(VR vr) implements Selector {}
}
