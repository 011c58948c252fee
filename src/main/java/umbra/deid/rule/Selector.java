package umbra.deid.rule;

import java.util.List;
import java.util.OptionalInt;
import umbra.dicom.Tag;
import umbra.dicom.VR;

/// Which elements a rule of a profile speaks about. The more exact one wins: path, tag, private element, private creator, VR.
public sealed interface Selector {
  /// An element at one place only: the Tags of the Sequences passed, then its own.
  record ByPath(List<Tag> tags) implements Selector {
    public ByPath {
      tags = List.copyOf(tags);
    }
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
