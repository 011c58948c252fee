package umbra.dicom.read;

import umbra.dicom.DicomException;
import umbra.dicom.ReadNote.Kind;
import umbra.dicom.Syntax;
import umbra.dicom.VR;
import umbra.dicom.dict.Dictionary;

/// Reads the header of one element (PS3.5 7.1.2 and 7.1.3):
///
/// - explicit VR: Tag, VR, 16-bit length; or Tag, VR, two reserved bytes, 32-bit length
/// - implicit VR: Tag, 32-bit length
/// - Items and delimiters, in either: Tag, 32-bit length
final class HeaderDecoder {
  private final ReadContext context;
  private final Window window;
  private final Dictionary dictionary = Dictionary.standard();

  HeaderDecoder(ReadContext context) {
    this.context = context;
    this.window = context.window;
  }

  /// Fills in the header at an offset that has at least 8 bytes before `end`.
  ///
  /// @return false if the bytes make no element in any layout
  boolean decode(long at, long end, Syntax syntax, ElementHeader header) throws DicomException {
    header.offset = at;
    header.tag = window.tag(at, syntax);
    if (header.isItemOrDelimiter()) {
      header.set(0, VR.UN, window.u32(at + 4, syntax), at + 8, syntax);
      return true;
    }
    return syntax.isExplicit() ? explicit(at, end, syntax, header) : implicit(at, end, syntax, header);
  }

  private boolean explicit(long at, long end, Syntax syntax, ElementHeader header) throws DicomException {
    int code = window.vrCode(at + 4);
    var vr = VR.ofCode(code).orElse(null);
    if (vr == null) return unknownVr(at, end, syntax, code, header);
    if (!vr.hasLongLength()) return shortForm(at, end, syntax, vr, header);
    if (end - at >= 12) {
      long length = window.u32(at + 8, syntax);
      boolean fits = length == ElementHeader.UNDEFINED || length <= end - at - 12;
      if (fits || window.u16(at + 6, syntax) == 0) {
        header.set(code, vr, length, at + 12, syntax);
        return true;
      }
    }
    // A writer that did not know this VR gave it the short form.
    long length = window.u16(at + 6, syntax);
    if (!startsElement(at + 8 + length, end, syntax, header.tag)) return false;
    context.note(Kind.LENGTH_FORM, at, header.tag);
    header.set(code, vr, length, at + 8, syntax);
    return true;
  }

  private boolean shortForm(long at, long end, Syntax syntax, VR vr, ElementHeader header) throws DicomException {
    int length = window.u16(at + 6, syntax);
    // Two zero bytes where a length belongs, and no element after them: the long form was written by mistake.
    if (length == 0 && end - at >= 12 && !startsElement(at + 8, end, syntax, 0)) {
      long longLength = window.u32(at + 8, syntax);
      if (longLength <= end - at - 12 && startsElement(at + 12 + longLength, end, syntax, header.tag)) {
        context.note(Kind.LENGTH_FORM, at, header.tag);
        header.set(vr.code(), vr, longLength, at + 12, syntax);
        return true;
      }
    }
    header.set(vr.code(), vr, length, at + 8, syntax);
    return true;
  }

  /// VRs to come will have the long form (PS3.5 6.2.2); blanks, NULs and typing mistakes stand in either; and some
  /// writers fall back to implicit VR on the way. Takes the first reading after which another element begins.
  private boolean unknownVr(long at, long end, Syntax syntax, int code, ElementHeader header) throws DicomException {
    var implicit = syntax == Syntax.EXPLICIT_BIG ? Syntax.IMPLICIT_BIG : Syntax.IMPLICIT_LITTLE;
    long implicitLength = window.u32(at + 4, syntax);
    if (end - at >= 12 && window.u16(at + 6, syntax) == 0) {
      long length = window.u32(at + 8, syntax);
      if (length == ElementHeader.UNDEFINED || startsElement(at + 12 + length, end, syntax, header.tag)) {
        context.note(Kind.UNKNOWN_VR, at, header.tag);
        header.set(code, VR.UN, length, at + 12, syntax);
        return true;
      }
    }
    int shortLength = window.u16(at + 6, syntax);
    if (startsElement(at + 8 + shortLength, end, syntax, header.tag)) {
      context.note(Kind.UNKNOWN_VR, at, header.tag);
      header.set(code, VR.UN, shortLength, at + 8, syntax);
      return true;
    }
    if (startsElement(at + 8 + implicitLength, end, implicit, header.tag)
        || startsElement(at + 8 + implicitLength, end, syntax, header.tag)
        || implicitLength == ElementHeader.UNDEFINED && end - at >= 16 && window.tag(at + 8, syntax) == 0xFFFE_E000) {
      context.note(Kind.SYNTAX_CHANGE, at, header.tag);
      header.set(0, dictionary.implicitVr(header.tag), implicitLength, at + 8, implicit);
      return true;
    }
    return false;
  }

  private boolean implicit(long at, long end, Syntax syntax, ElementHeader header) throws DicomException {
    long length = window.u32(at + 4, syntax);
    if (length > end - at - 8 && length != ElementHeader.UNDEFINED) {
      var explicit = syntax == Syntax.IMPLICIT_BIG ? Syntax.EXPLICIT_BIG : Syntax.EXPLICIT_LITTLE;
      if (VR.ofCode(window.vrCode(at + 4)).isPresent() && explicitFits(at, end, explicit, header.tag)) {
        context.note(Kind.SYNTAX_CHANGE, at, header.tag);
        return explicit(at, end, explicit, header);
      }
    }
    header.set(0, dictionary.implicitVr(header.tag), length, at + 8, syntax);
    return true;
  }

  private boolean explicitFits(long at, long end, Syntax syntax, int tag) {
    var vr = VR.ofCode(window.vrCode(at + 4)).orElse(null);
    if (vr == null) return false;
    if (!vr.hasLongLength()) return startsElement(at + 8 + window.u16(at + 6, syntax), end, syntax, tag);
    if (end - at < 12) return false;
    long length = window.u32(at + 8, syntax);
    return length == ElementHeader.UNDEFINED || startsElement(at + 12 + length, end, syntax, tag);
  }

  /// Whether an element with a Tag not before the given one, a delimiter, or the end stands here.
  boolean startsElement(long at, long end, Syntax syntax, int previous) {
    if (at == end) return true;
    if (at < 0 || end - at < 8) return false;
    int tag = window.tag(at, syntax);
    long length = window.u32(at + 4, syntax);
    if (tag >>> 16 == 0xFFFE) return (tag & 0xFFFF) == 0xE000 || length == 0;
    if (Integer.compareUnsigned(tag, previous) < 0) return false;
    if (!syntax.isExplicit()) {
      return (length <= end - at - 8 || length == ElementHeader.UNDEFINED) && isExpected(tag);
    }
    var vr = VR.ofCode(window.vrCode(at + 4)).orElse(null);
    if (vr == null) return false;
    if (!vr.hasLongLength()) return window.u16(at + 6, syntax) <= end - at - 8;
    if (end - at < 12) return false;
    long longLength = window.u32(at + 8, syntax);
    return longLength == ElementHeader.UNDEFINED || longLength <= end - at - 12;
  }

  /// The Tag is one that files hold: known to the dictionary, private, or a group length.
  boolean isExpected(int tag) {
    return (tag & 0xFFFF) == 0 && tag != 0 || (tag & 0x1_0000) != 0 && tag >>> 16 != 0xFFFF || dictionary.implicitVr(tag) != VR.UN;
  }

  /// The layout in which the elements from here on make sense: the stated one if it does at all.
  ///
  /// @return the stated layout where nothing speaks for another
  Syntax layoutAt(long at, long end, Syntax stated) {
    if (end - at < 8 || isPlausible(at, end, stated)) return stated;
    for (var other : new Syntax[] {Syntax.EXPLICIT_LITTLE, Syntax.IMPLICIT_LITTLE, Syntax.EXPLICIT_BIG, Syntax.IMPLICIT_BIG}) {
      if (other != stated && isPlausible(at, end, other)) return other;
    }
    return stated;
  }

  /// An element with an expected Tag stands here and what follows it is an element too, or cannot be seen.
  boolean isPlausible(long at, long end, Syntax syntax) {
    if (end - at < 8) return false;
    int tag = window.tag(at, syntax);
    if (tag >>> 16 == 0xFFFE) return (tag & 0xFFFF) == 0xE00D || (tag & 0xFFFF) == 0xE0DD;
    if (!isExpected(tag)) return false;
    if (syntax.isExplicit()) {
      return explicitFits(at, end, syntax, tag) || VR.ofCode(window.vrCode(at + 4)).isPresent() && isKnown(tag);
    }
    long length = window.u32(at + 4, syntax);
    if (VR.ofCode(window.vrCode(at + 4)).isPresent() && explicitFits(at, end, explicitOf(syntax), tag)) return false;
    return length == ElementHeader.UNDEFINED || length <= end - at - 8 && startsElement(at + 8 + length, end, syntax, tag)
        || length <= 0xFFFF && isKnown(tag);
  }

  private boolean isKnown(int tag) {
    return dictionary.implicitVr(tag) != VR.UN;
  }

  private static Syntax explicitOf(Syntax implicit) {
    return implicit == Syntax.IMPLICIT_BIG ? Syntax.EXPLICIT_BIG : Syntax.EXPLICIT_LITTLE;
  }
}
