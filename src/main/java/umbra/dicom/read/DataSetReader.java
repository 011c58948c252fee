package umbra.dicom.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import umbra.dicom.DataElement;
import umbra.dicom.DicomException;
import umbra.dicom.Encoded;
import umbra.dicom.ReadNote.Kind;
import umbra.dicom.Syntax;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.Text;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.dicom.dict.Dictionary;
import umbra.dicom.dict.PrivateDictionary;
import umbra.dicom.text.CharacterSets;
import umbra.io.ByteSlice;

/// Walks the elements of one Data Set (PS3.5 7) and, through [SequenceReader], of its Items.
final class DataSetReader {
  private static final int PIXEL_DATA_GROUP = 0x7FE0;

  /// What a Data Set is read for, which decides what ends it.
  enum Role { FILE_META, WHOLE_FILE, ITEM_OF_KNOWN_LENGTH, ITEM_OF_UNDEFINED_LENGTH }

  private final ReadContext context;
  private final HeaderDecoder headers;
  private final SequenceReader sequences;
  private final FragmentReader fragments;
  private final ElementTypes types;

  DataSetReader(ReadContext context, HeaderDecoder headers) {
    this.context = context;
    this.headers = headers;
    this.sequences = new SequenceReader(context, headers, this);
    this.fragments = new FragmentReader(context);
    this.types = new ElementTypes(Dictionary.standard());
  }

  /// The state of one walk: what earlier elements say about later ones.
  static final class State {
    final List<DataElement> elements = new ArrayList<>();
    CharacterSets sets;
    boolean signedPixels;
    /// Private Creators by block: group in the upper, block in the lower 16 bits (PS3.5 7.8.1).
    final Map<Integer, PrivateDictionary.Block> creators = new HashMap<>(4);
    private int lastTag;
    private Set<Integer> seen = Set.of();

    State(CharacterSets inherited) {
      sets = inherited;
    }

    /// Notes an element that is not above the one before it.
    private void order(ReadContext context, ElementHeader header) throws DicomException {
      int tag = header.tag;
      if (!elements.isEmpty() && Integer.compareUnsigned(tag, lastTag) <= 0) {
        if (seen.isEmpty()) {
          seen = new HashSet<>();
          for (var e : elements) seen.add(e.tag().packed());
        }
        context.note(seen.contains(tag) ? Kind.DUPLICATE : Kind.ORDER, header.offset, tag);
      }
      if (!seen.isEmpty()) seen.add(tag);
      lastTag = tag;
    }
  }

  Walk walk(long from, long end, Syntax syntax, CharacterSets inherited, Role role) throws DicomException {
    var state = new State(inherited);
    var header = new ElementHeader();
    long at = from;
    while (at < end) {
      if (end - at < 8) return garbage(state, at, role);
      if (role == Role.FILE_META && context.window.tag(at, syntax) >>> 16 != 2) break;
      if (!headers.decode(at, end, syntax, header)) return garbage(state, at, role);
      context.countElement(at);
      if (header.isItemOrDelimiter()) {
        var ended = delimiter(state, header, role);
        if (ended != null) return ended;
        at = header.valueOffset;
        continue;
      }
      if (stopsHere(header, role)) return new Walk(state.elements, at, Walk.End.PIXEL_DATA);
      if (isGarbage(state, header, end)) return garbage(state, at, role);
      state.order(context, header);
      at = read(state, header, end, role);
    }
    return new Walk(state.elements, at, Walk.End.REACHED);
  }

  private boolean stopsHere(ElementHeader header, Role role) {
    return role == Role.WHOLE_FILE && context.options.stopBeforePixelData()
        && header.tag >>> 16 >= PIXEL_DATA_GROUP && Integer.compareUnsigned(header.tag, 0x7FE0_0008) >= 0;
  }

  /// A length beyond the end in an element that nobody would expect here: zeros or rubbish after the last element.
  private boolean isGarbage(State state, ElementHeader header, long end) {
    if (header.tag == 0 && header.length == 0) return true;
    if (header.hasUndefinedLength() || header.length <= end - header.valueOffset) return false;
    return !headers.isExpected(header.tag)
        || !state.elements.isEmpty() && Integer.compareUnsigned(header.tag, state.lastTag) <= 0;
  }

  private Walk garbage(State state, long at, Role role) throws DicomException {
    if (role != Role.WHOLE_FILE && role != Role.FILE_META) context.note(Kind.NOT_AN_ELEMENT, at);
    return new Walk(state.elements, at, Walk.End.GARBAGE);
  }

  /// Ends the walk at a delimiter that belongs here or further out, keeps a stray one as an element without value.
  private Walk delimiter(State state, ElementHeader header, Role role) throws DicomException {
    if (role == Role.ITEM_OF_UNDEFINED_LENGTH) {
      if (header.tag != Tags.ITEM_DELIMITATION.packed()) {
        return new Walk(state.elements, header.offset, Walk.End.OUTER_DELIMITER);
      }
      if (header.length != 0) context.note(Kind.DELIMITER_LENGTH, header.offset, header.tag);
      return new Walk(state.elements, header.valueOffset, Walk.End.ITEM_DELIMITER);
    }
    context.note(Kind.STRAY_DELIMITER, header.offset, header.tag);
    state.elements.add(new DataElement(new Tag(header.tag), VR.UN, Value.EMPTY,
        new Encoded(context.slice(header.offset, header.valueOffset), header.syntax, 0, header.hasUndefinedLength())));
    return null;
  }

  /// Reads the value of an element and returns the offset after it.
  private long read(State state, ElementHeader header, long end, Role role) throws DicomException {
    noteGroups(header, role);
    header.vr = types.effective(header, state, context);
    long next = readValue(state, header, end);
    remember(state);
    return next;
  }

  private void noteGroups(ElementHeader header, Role role) throws DicomException {
    int group = header.tag >>> 16;
    if (group == 0) context.note(Kind.COMMAND_GROUP, header.offset, header.tag);
    else if ((header.tag & 0xFFFF) == 0 && group != 2) context.note(Kind.GROUP_LENGTH, header.offset, header.tag);
    else if (header.tag == Tags.TRAILING_PADDING.packed() && role == Role.WHOLE_FILE) {
      context.note(Kind.TRAILING_PADDING, header.offset, header.tag);
    }
  }

  private long readValue(State state, ElementHeader header, long end) throws DicomException {
    if (header.hasUndefinedLength()) return readUndefined(state, header, end);
    long next = header.valueOffset + header.length;
    if (next > end) {
      context.note(Kind.VALUE_TRUNCATED, header.offset, header.tag);
      next = end;
    }
    if ((header.length & 1) == 1 && next < end) {
      context.note(Kind.ODD_LENGTH, header.offset, header.tag);
      // Some writers pad without counting the pad byte.
      boolean padded = !headers.startsElement(next, end, header.syntax, header.tag)
          && headers.startsElement(next + 1, end, header.syntax, header.tag);
      if (padded) return add(state, header, bytes(header, next), next + 1);
    }
    if (sequences.mayBeItems(header, next)) {
      var items = sequences.tryItems(header, next, state.sets);
      if (items != null) {
        header.vr = VR.SQ;
        return add(state, header, items, next);
      }
    }
    if (header.vr == VR.SQ && header.length > 0) header.vr = VR.UN;
    return add(state, header, bytes(header, next), next);
  }

  private long readUndefined(State state, ElementHeader header, long end) throws DicomException {
    if (FragmentReader.holdsFragments(header)) {
      var value = fragments.read(header, end);
      return add(state, header, value, fragments.next());
    }
    if (header.vr != VR.SQ && header.vr != VR.UN) context.note(Kind.UNDEFINED_LENGTH, header.offset, header.tag);
    var items = sequences.readUndefined(header, end, state.sets);
    header.vr = VR.SQ;
    return add(state, header, items, sequences.next());
  }

  private Value bytes(ElementHeader header, long next) {
    ByteSlice raw = context.slice(header.valueOffset, next);
    return raw.isEmpty() ? Value.EMPTY : new Value.Bytes(raw, header.syntax.order());
  }

  private long add(State state, ElementHeader header, Value value, long next) {
    var encoded = new Encoded(context.slice(header.offset, next), header.syntax, header.vrCode, header.hasUndefinedLength());
    state.elements.add(new DataElement(new Tag(header.tag), header.vr, value, encoded));
    return next;
  }

  /// Keeps what the elements to come depend on.
  private void remember(State state) {
    var element = state.elements.getLast();
    int tag = element.tag().packed();
    if (tag == Tags.SPECIFIC_CHARACTER_SET.packed()) {
      state.sets = CharacterSets.of(Text.values(element, CharacterSets.DEFAULT));
    } else if (tag == Tags.PIXEL_REPRESENTATION.packed() && element.value() instanceof Value.Bytes(var raw, _) && raw.length() >= 1) {
      state.signedPixels = raw.u8(element.encoded().syntax().order() == java.nio.ByteOrder.LITTLE_ENDIAN ? 0 : raw.length() - 1) == 1;
    } else if (element.tag().isPrivateCreator()) {
      var creator = Text.values(element, CharacterSets.DEFAULT);
      if (!creator.isEmpty()) PrivateDictionary.standard().block(creator.getFirst()).ifPresent(b -> state.creators.put(tag, b));
    }
  }
}
