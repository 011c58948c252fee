package umbra.dicom.read;

import java.util.EnumSet;
import java.util.Set;
import umbra.dicom.ReadNote;

/// What a reader may tolerate, where it stops, and how much it may take.
///
/// Every leniency is one [ReadNote.Kind]; those in `refused` are errors instead of notes.
///
/// @param stopBeforePixelData at the first of Float Pixel Data, Double Float Pixel Data and Pixel Data, and at anything
///     that comes after them
/// @param deepestNesting of Sequences; beyond it a [umbra.dicom.LimitException] is thrown
/// @param mostElements counting nested ones and Items
/// @param mostInflatedBytes of a deflated Data Set
/// @param mostNotesOfAKind further notes of that kind are dropped: the thousandth odd length says nothing new
public record ReadOptions(
    Set<ReadNote.Kind> refused,
    boolean stopBeforePixelData,
    int deepestNesting,
    int mostElements,
    long mostInflatedBytes,
    int mostNotesOfAKind) {

  /// Tolerates all it can, as someone who looks at a file wants it.
  public static final ReadOptions LENIENT = new ReadOptions(Set.of(), false, 256, 4_000_000, 1L << 29, 1000);
  /// Refuses whatever the standard does not allow.
  public static final ReadOptions STRICT = LENIENT.refusing(EnumSet.complementOf(
      EnumSet.of(ReadNote.Kind.TRAILING_PADDING, ReadNote.Kind.GROUP_LENGTH)));

  public ReadOptions {
    refused = Set.copyOf(refused);
  }

  public ReadOptions refusing(Set<ReadNote.Kind> kinds) {
    return new ReadOptions(kinds, stopBeforePixelData, deepestNesting, mostElements, mostInflatedBytes, mostNotesOfAKind);
  }

  public ReadOptions stoppingBeforePixelData() {
    return new ReadOptions(refused, true, deepestNesting, mostElements, mostInflatedBytes, mostNotesOfAKind);
  }
}
