package umbra.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import umbra.dicom.text.CharacterSets;

/// An immutable Data Set (PS3.5 7): its elements in the order of the file, doubles included.
///
/// Lookups give the first element of a Tag. A Data Set read from a mapped file lives as long as its [DicomFile].
public final class DataSet implements Iterable<DataElement> {
  public static final DataSet EMPTY = new DataSet(new DataElement[0], CharacterSets.DEFAULT, Encoded.NEW);

  private final DataElement[] elements;
  private final boolean strictlyAscending;
  private final CharacterSets inherited;
  private final Encoded encoded;

  private DataSet(DataElement[] elements, CharacterSets inherited, Encoded encoded) {
    this.elements = elements;
    this.inherited = inherited;
    this.encoded = encoded;
    this.strictlyAscending = isStrictlyAscending(elements);
  }

  /// @param inherited the character sets of the enclosing Data Set, used where this one states none (PS3.3 C.12.1.1.2)
  /// @param encoded how the Item, or the whole Data Set, stands in its file
  public DataSet(Collection<DataElement> elements, CharacterSets inherited, Encoded encoded) {
    this(elements.toArray(DataElement[]::new), inherited, encoded);
  }

  /// A new Data Set, put into ascending order.
  public static DataSet of(DataElement... elements) {
    var sorted = elements.clone();
    Arrays.sort(sorted, Comparator.comparing(DataElement::tag));
    return new DataSet(sorted, CharacterSets.DEFAULT, Encoded.NEW);
  }

  private static boolean isStrictlyAscending(DataElement[] elements) {
    for (int i = 1; i < elements.length; i++) {
      if (elements[i - 1].tag().compareTo(elements[i].tag()) >= 0) return false;
    }
    return true;
  }

  public int size() {
    return elements.length;
  }

  public boolean isEmpty() {
    return elements.length == 0;
  }

  /// Each Tag stands once and in ascending order, as PS3.5 7.1 wants it.
  public boolean isStrictlyAscending() {
    return strictlyAscending;
  }

  /// How this Item, or the whole Data Set, stands in its file.
  public Encoded encoded() {
    return encoded;
  }

  @Override
  public Iterator<DataElement> iterator() {
    return Arrays.asList(elements).iterator();
  }

  public Stream<DataElement> stream() {
    return Arrays.stream(elements);
  }

  /// The first element with this Tag.
  public Optional<DataElement> find(Tag tag) {
    int at = indexOf(tag);
    return at < 0 ? Optional.empty() : Optional.of(elements[at]);
  }

  /// All elements with this Tag: more than one only in a faulty Data Set.
  public List<DataElement> findAll(Tag tag) {
    return stream().filter(e -> e.tag().equals(tag)).toList();
  }

  public boolean contains(Tag tag) {
    return indexOf(tag) >= 0;
  }

  /// Index of the first element with this Tag; negative if there is none.
  private int indexOf(Tag tag) {
    if (!strictlyAscending) {
      for (int i = 0; i < elements.length; i++) if (elements[i].tag().packed() == tag.packed()) return i;
      return -1;
    }
    int low = 0;
    int high = elements.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Integer.compareUnsigned(elements[middle].tag().packed(), tag.packed());
      if (order == 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /// The character sets in force here: this Data Set's own, else those of the enclosing one.
  public CharacterSets characterSets() {
    return find(Tags.SPECIFIC_CHARACTER_SET)
        .map(e -> CharacterSets.of(Text.values(e, CharacterSets.DEFAULT)))
        .orElse(inherited);
  }

  /// The first value of a text element without its padding; empty if absent, without value, or no text.
  public Optional<String> text(Tag tag) {
    var values = texts(tag);
    return values.isEmpty() || values.getFirst().isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }

  /// All values of a text element without their padding.
  public List<String> texts(Tag tag) {
    return find(tag).map(e -> Text.values(e, e.vr().usesCharacterSet() ? characterSets() : CharacterSets.DEFAULT)).orElse(List.of());
  }

  /// The first value as an integer, from a binary element or from characters; empty if it is not one.
  public OptionalInt integer(Tag tag) {
    return find(tag).map(e -> Numbers.integer(e, 0)).orElse(OptionalInt.empty());
  }

  /// The value at this index, from 0, as a number, from a binary element or from characters; empty if it is not one.
  public OptionalDouble decimal(Tag tag, int index) {
    return find(tag).map(e -> Numbers.decimal(e, index)).orElse(OptionalDouble.empty());
  }

  /// The Items of a Sequence; none if it is absent.
  public List<DataSet> items(Tag tag) {
    return find(tag).map(DataElement::items).orElse(List.of());
  }

  /// This Data Set with an element put in its place, or in place of all that have its Tag.
  public DataSet with(DataElement element) {
    var changed = new ArrayList<DataElement>(elements.length + 1);
    boolean placed = false;
    for (var e : elements) {
      int order = e.tag().compareTo(element.tag());
      if (!placed && order >= 0) {
        changed.add(element);
        placed = true;
      }
      if (order != 0) changed.add(e);
    }
    if (!placed) changed.add(element);
    return new DataSet(changed, inherited, encoded.changed());
  }

  /// This Data Set without any element of this Tag; the same object if there is none.
  public DataSet without(Tag tag) {
    if (!contains(tag)) return this;
    return new DataSet(stream().filter(e -> !e.tag().equals(tag)).toList(), inherited, encoded.changed());
  }

  /// These elements in this order, in the style and with the inherited character sets of this Data Set.
  public DataSet withElements(Collection<DataElement> others) {
    return new DataSet(others, inherited, encoded.changed());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DataSet that && Arrays.equals(elements, that.elements);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(elements);
  }

  /// The number of elements: values have no place in messages.
  @Override
  public String toString() {
    return "DataSet of " + elements.length + " elements";
  }
}
