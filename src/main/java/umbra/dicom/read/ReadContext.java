package umbra.dicom.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFormatException;
import umbra.dicom.LimitException;
import umbra.dicom.Place;
import umbra.dicom.ReadNote;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;
import umbra.io.ByteSlice;
import umbra.io.ByteSource;

/// One reading: the source, the options, what was noted so far, and where in the nesting the reader is.
final class ReadContext {
  final ByteSource source;
  final Window window;
  final ReadOptions options;
  private final List<ReadNote> notes = new ArrayList<>();
  private final Map<ReadNote.Kind, Integer> counts = new EnumMap<>(ReadNote.Kind.class);
  private final List<TagPath.Step> steps = new ArrayList<>();
  private int elements;
  private int speculation;

  ReadContext(ByteSource source, ReadOptions options) {
    this.source = source;
    this.window = new Window(source);
    this.options = options;
  }

  ByteSlice slice(long from, long to) {
    return new ByteSlice(source, from, to - from);
  }

  List<ReadNote> notes() {
    return notes;
  }

  /// Takes a note, or throws if this leniency is refused.
  void note(ReadNote.Kind kind, long offset) throws DicomException {
    note(kind, offset, Optional.empty());
  }

  void note(ReadNote.Kind kind, long offset, int tag) throws DicomException {
    note(kind, offset, Optional.of(path(tag)));
  }

  private void note(ReadNote.Kind kind, long offset, Optional<TagPath> path) throws DicomException {
    if (options.refused().contains(kind)) {
      throw new DicomFormatException(kind.text(), new Place(source.name(), offset, path));
    }
    if (counts.merge(kind, 1, Integer::sum) <= options.mostNotesOfAKind()) notes.add(new ReadNote(kind, offset, path));
  }

  /// How many notes there are, to come back to with [#forgetNotesSince].
  int noteCount() {
    return notes.size();
  }

  void forgetNotesSince(int count) {
    while (notes.size() > count) {
      var last = notes.removeLast();
      counts.merge(last.kind(), -1, Integer::sum);
    }
  }

  boolean notedSince(int count, ReadNote.Kind... kinds) {
    return notes.subList(Math.min(count, notes.size()), notes.size()).stream().anyMatch(n -> List.of(kinds).contains(n.kind()));
  }

  TagPath path(int tag) {
    return new TagPath(steps, new Tag(tag));
  }

  DicomFormatException malformed(String reason, long offset, int tag) {
    return new DicomFormatException(reason, new Place(source.name(), offset, Optional.of(path(tag))));
  }

  /// Counts an element or Item, so that a small file cannot claim endless many.
  void countElement(long offset) throws LimitException {
    if (++elements > options.mostElements()) {
      throw new LimitException("more elements than the limit of " + options.mostElements(), Place.of(source.name(), offset));
    }
  }

  /// Goes into an Item. Every call is matched by one of [#leave].
  ///
  /// @param item index from 0
  void enter(int sequence, int item, long offset) throws LimitException {
    if (steps.size() >= options.deepestNesting()) {
      throw new LimitException("nested deeper than the limit of " + options.deepestNesting(),
          new Place(source.name(), offset, Optional.of(path(sequence))));
    }
    steps.add(new TagPath.Step(new Tag(sequence), item));
  }

  int depth() {
    return steps.size();
  }

  void leaveTo(int depth) {
    while (steps.size() > depth) steps.removeLast();
  }

  /// Whether bytes may be tried as Items: tries inside tries are few, so that the work stays in line with the length.
  boolean mayTry() {
    return speculation < 4;
  }

  void beginTry() {
    speculation++;
  }

  void endTry() {
    speculation--;
  }
}
