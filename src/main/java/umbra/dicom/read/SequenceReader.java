package umbra.dicom.read;

import java.util.ArrayList;
import java.util.List;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Encoded;
import umbra.dicom.ReadNote.Kind;
import umbra.dicom.Syntax;
import umbra.dicom.Tags;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.dicom.text.CharacterSets;

/// Reads the Items of a Sequence (PS3.5 7.5), of defined or undefined length, also where they stand as UN.
final class SequenceReader {
  private final ReadContext context;
  private final HeaderDecoder headers;
  private final DataSetReader dataSets;
  private long next;

  SequenceReader(ReadContext context, HeaderDecoder headers, DataSetReader dataSets) {
    this.context = context;
    this.headers = headers;
    this.dataSets = dataSets;
  }

  /// Offset of the first byte after the Sequence read last.
  long next() {
    return next;
  }

  /// Whether a value of defined length is, or looks like, Items.
  boolean mayBeItems(ElementHeader header, long end) {
    if (header.vr == VR.SQ) return header.length > 0;
    if (header.vr != VR.UN || end - header.valueOffset < 8) return false;
    return context.mayTry() && context.window.tag(header.valueOffset, syntaxInside(header)) == Tags.ITEM.packed();
  }

  /// A Sequence in UN is implicit VR little endian inside, whatever surrounds it (PS3.5 6.2.2).
  private static Syntax syntaxInside(ElementHeader header) {
    return header.vrCode == VR.UN.code() ? Syntax.IMPLICIT_LITTLE : header.syntax;
  }

  /// The Items of a value of defined length, or null if the bytes are none: then nothing was noted but that.
  Value.Items tryItems(ElementHeader header, long end, CharacterSets sets) throws DicomException {
    if (header.vr == VR.SQ && header.vrCode != VR.UN.code()) {
      if (end - header.valueOffset >= 8 && isItemOrDelimiter(header.valueOffset, header.syntax)) {
        return read(header, end, false, header.syntax, sets);
      }
      context.note(Kind.NOT_AN_ELEMENT, header.valueOffset, header.tag);
      return null;
    }
    return speculate(header, end, sets);
  }

  private boolean isItemOrDelimiter(long at, Syntax syntax) {
    int tag = context.window.tag(at, syntax);
    return tag == Tags.ITEM.packed() || tag == Tags.SEQUENCE_DELIMITATION.packed() || tag == Tags.ITEM_DELIMITATION.packed();
  }

  /// The dictionary, or the first bytes, say that these may be Items; they are if all of them read well.
  private Value.Items speculate(ElementHeader header, long end, CharacterSets sets) throws DicomException {
    int notes = context.noteCount();
    int depth = context.depth();
    context.beginTry();
    try {
      if (header.vrCode == VR.UN.code()) context.note(Kind.SEQUENCE_IN_UN, header.offset, header.tag);
      int own = context.noteCount();
      var items = read(header, end, false, syntaxInside(header), sets);
      if (!context.notedSince(own, Kind.NOT_AN_ELEMENT, Kind.SEQUENCE_OVERRUN, Kind.VALUE_TRUNCATED, Kind.MISSING_DELIMITER)) {
        return items;
      }
    } catch (DicomFormatException e) {
      if (!context.options.refused().isEmpty() && context.options.refused().contains(Kind.SEQUENCE_IN_UN)) throw e;
    } finally {
      context.endTry();
      context.leaveTo(depth);
    }
    context.forgetNotesSince(notes);
    if (header.vr == VR.SQ) context.note(Kind.NOT_AN_ELEMENT, header.valueOffset, header.tag);
    return null;
  }

  /// The Items of a Sequence of undefined length; [#next] is after its delimiter.
  Value.Items readUndefined(ElementHeader header, long end, CharacterSets sets) throws DicomException {
    if (header.vrCode == VR.UN.code()) context.note(Kind.SEQUENCE_IN_UN, header.offset, header.tag);
    if (end - header.valueOffset >= 8 && !isItemOrDelimiter(header.valueOffset, header.syntax)) {
      throw context.malformed("undefined length, but no Item follows", header.offset, header.tag);
    }
    return read(header, end, true, syntaxInside(header), sets);
  }

  private Value.Items read(ElementHeader header, long end, boolean undefined, Syntax syntax, CharacterSets sets) throws DicomException {
    var items = new ArrayList<DataSet>();
    int sequence = header.tag;
    long at = header.valueOffset;
    while (undefined || at < end) {
      if (end - at < 8) {
        context.note(undefined ? Kind.MISSING_DELIMITER : Kind.NOT_AN_ELEMENT, at, sequence);
        at = end;
        break;
      }
      int tag = context.window.tag(at, syntax);
      long length = context.window.u32(at + 4, syntax);
      if (tag == Tags.ITEM.packed()) {
        at = readItem(items, sequence, at, length, end, syntax, sets);
      } else if (tag == Tags.SEQUENCE_DELIMITATION.packed() || tag == Tags.ITEM_DELIMITATION.packed()) {
        boolean closes = undefined && tag == Tags.SEQUENCE_DELIMITATION.packed();
        if (!closes) context.note(Kind.STRAY_DELIMITER, at, sequence);
        if (length != 0) context.note(Kind.DELIMITER_LENGTH, at, sequence);
        context.countElement(at);
        at += 8;
        if (closes) break;
      } else if (undefined) {
        context.note(Kind.MISSING_DELIMITER, at, sequence);
        break;
      } else {
        context.note(Kind.NOT_AN_ELEMENT, at, sequence);
        at = end;
      }
    }
    next = at;
    return new Value.Items(items);
  }

  private long readItem(List<DataSet> items, int sequence, long at, long length, long end, Syntax stated, CharacterSets sets)
      throws DicomException {
    context.countElement(at);
    boolean undefined = length == ElementHeader.UNDEFINED;
    long from = at + 8;
    long itemEnd = undefined ? end : from + length;
    if (itemEnd > end) {
      context.note(Kind.SEQUENCE_OVERRUN, at, sequence);
      itemEnd = end;
    }
    context.enter(sequence, items.size(), at);
    var syntax = headers.layoutAt(from, itemEnd, stated);
    if (syntax != stated) context.note(Kind.SYNTAX_CHANGE, from, sequence);
    var role = undefined ? DataSetReader.Role.ITEM_OF_UNDEFINED_LENGTH : DataSetReader.Role.ITEM_OF_KNOWN_LENGTH;
    var walk = dataSets.walk(from, itemEnd, syntax, sets, role);
    context.leaveTo(context.depth() - 1);
    long after = undefined ? walk.next() : itemEnd;
    if (undefined && walk.end() != Walk.End.ITEM_DELIMITER) {
      context.note(Kind.MISSING_DELIMITER, walk.next(), sequence);
    }
    items.add(new DataSet(walk.elements(), sets, new Encoded(context.slice(at, after), stated, 0, undefined)));
    return after;
  }
}
