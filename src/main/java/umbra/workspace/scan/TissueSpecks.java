package umbra.workspace.scan;

import java.util.List;
import java.util.Set;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.ocr.TextBox;
import umbra.ocr.judge.TextClass;
import umbra.ocr.judge.Verdict;

/// Nuclei in the tissue of a slide are found as text by the hundred: most are seen to be marks, but some are read as a sign or two. Such a reading
/// is a mark like those around it if it is of their size and too short for a word; a line of text is longer, or larger.
///
/// @param width in pixels, from which on it is no speck; 0 if the image has no specks
record TissueSpecks(int width, int height) {
  /// Goes up whenever this judges otherwise than before.
  static final int VERSION = 1;

  static final TissueSpecks NONE = new TissueSpecks(0, 0);
  private static final Tag IMAGE_TYPE = Tag.of(0x0008, 0x0008);
  private static final String SLIDE = "1.2.840.10008.5.1.4.1.1.77.1.6";
  private static final Set<String> TISSUE = Set.of("VOLUME", "THUMBNAIL");
  private static final int FEWEST_MARKS = 8;
  private static final int SHORTEST_WORD = 3;
  /// Two specks that touch are found as one.
  private static final int TIMES = 3;
  private static final Set<TextClass> DOUBTFUL = Set.of(TextClass.UNKNOWN, TextClass.UNCLEAR, TextClass.UNREADABLE);

  static boolean isTissue(DataSet header) {
    return header.text(Tags.SOP_CLASS_UID).orElse("").equals(SLIDE) && header.texts(IMAGE_TYPE).stream().anyMatch(t -> TISSUE.contains(t.strip()));
  }

  /// @param marks all that was found in an image of tissue and is a mark
  static TissueSpecks of(List<TextBox> marks) {
    if (marks.size() < FEWEST_MARKS) return NONE;
    return new TissueSpecks(TIMES * middle(marks.stream().mapToInt(m -> m.box().width()).sorted().toArray()), TIMES * middle(marks.stream().mapToInt(m -> m.box().height()).sorted().toArray()));
  }

  private static int middle(int[] sorted) {
    return sorted[sorted.length / 2];
  }

  /// The verdict, or that it is a speck. What resembles something of the header, or the shape of a date or number, is never one.
  Verdict of(TextBox text, Verdict verdict) {
    boolean isSpeck = DOUBTFUL.contains(verdict.textClass()) && text.box().width() < width && text.box().height() < height && signs(text.text()) < SHORTEST_WORD && signs(text.second()) < SHORTEST_WORD;
    return isSpeck ? new Verdict(TextClass.MARK, "a sign or two of the size of the specks of this tissue") : verdict;
  }

  private static long signs(String text) {
    return text.codePoints().filter(Character::isLetterOrDigit).count();
  }
}
