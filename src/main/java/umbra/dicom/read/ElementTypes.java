package umbra.dicom.read;

import umbra.dicom.DicomException;
import umbra.dicom.ReadNote.Kind;
import umbra.dicom.Syntax;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.dicom.dict.Dictionary;

/// The VR by which an element is understood: that of the file, or of the dictionary where the file is silent (implicit
/// VR) or says UN (PS3.5 6.2.2).
final class ElementTypes {
  private final Dictionary dictionary;

  ElementTypes(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  VR effective(ElementHeader header, DataSetReader.State state, ReadContext context) throws DicomException {
    if (header.vrCode != 0 && header.vr != VR.UN) {
      if ((header.tag & 0x1_0000) == 0 && !dictionary.allows(header.tag, header.vr)) {
        context.note(Kind.VR_MISMATCH, header.offset, header.tag);
      }
      return header.vr;
    }
    if (header.vrCode != 0 && header.vrCode != VR.UN.code()) return VR.UN;
    // A UN value is little endian (PS3.5 6.2.2): in a big endian file the numbers of another VR would be read wrongly.
    if (header.vrCode != 0 && header.syntax == Syntax.EXPLICIT_BIG) return VR.UN;
    return ofDictionary(header.tag, state);
  }

  private VR ofDictionary(int packed, DataSetReader.State state) {
    if ((packed & 0x1_0000) == 0) return dictionary.implicitVr(packed, state.signedPixels);
    var tag = new Tag(packed);
    if (tag.isGroupLength()) return VR.UL;
    if (tag.isPrivateCreator()) return VR.LO;
    if (tag.element() < 0x1000) return VR.UN;
    var creator = state.creators.get(tag.privateCreator().packed());
    return creator == null ? VR.UN : creator.vr(tag).orElse(VR.UN);
  }
}
