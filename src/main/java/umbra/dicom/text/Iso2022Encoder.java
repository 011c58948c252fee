package umbra.dicom.text;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/// Writes text with code extensions (PS3.5 6.1.2.5): the first declared set that holds a character is used for it, and
/// before each delimiter, control character and the end the first set is in force again, as the standard wants.
final class Iso2022Encoder {
  private final List<CharacterSet> sets;
  private final boolean personName;
  private final CharacterSet initialG0;
  private final CharacterSet initialG1;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private CharacterSet g0;
  private CharacterSet g1;

  Iso2022Encoder(List<CharacterSet> sets, boolean personName) {
    this.sets = sets;
    this.personName = personName;
    initialG0 = sets.getFirst() == CharacterSet.JAPANESE ? CharacterSet.JAPANESE : CharacterSet.ASCII;
    initialG1 = sets.getFirst().isG1() ? sets.getFirst() : CharacterSet.ASCII;
    g0 = initialG0;
    g1 = initialG1;
  }

  Optional<byte[]> encode(String text) {
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      int length = Character.charCount(point);
      if (point < 0x80) {
        // an overline stands at the place of the tilde in romaji, so ASCII has to be called in for it
        singleByteG0(point == '~' ? CharacterSet.ASCII : g0.width() == 1 ? g0 : initialG0);
        out.write(point);
        if (endsReach(point)) reset();
      } else if (!other(text.substring(at, at + length))) {
        return Optional.empty();
      }
      at += length;
    }
    singleByteG0(initialG0);
    return Optional.of(out.toByteArray());
  }

  private boolean endsReach(int point) {
    return point == '\\' || point == '\t' || point == '\n' || point == '\f' || point == '\r' || personName && (point == '^' || point == '=');
  }

  private void reset() {
    g0 = initialG0;
    g1 = initialG1;
  }

  private void singleByteG0(CharacterSet wanted) {
    if (g0 == wanted) return;
    out.writeBytes(wanted.escapeG0());
    g0 = wanted;
  }

  private boolean other(String character) {
    for (var set : sets) {
      var bytes = set.width() == 0 ? Optional.<byte[]>empty() : CharacterSets.encoded(character, set.charset());
      if (bytes.isEmpty() || bytes.get().length != set.width()) continue;
      if (bytes.get()[0] < 0 && set.isG1()) {
        if (g1 != set) out.writeBytes(set.escapeG1());
        g1 = set;
      } else if (bytes.get()[0] > 0 && set.isG0()) {
        if (g0 != set) out.writeBytes(set.escapeG0());
        g0 = set;
      } else {
        continue;
      }
      out.writeBytes(bytes.get());
      return true;
    }
    return false;
  }
}
