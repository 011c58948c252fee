package umbra.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import umbra.deid.identifier.IdentifierKind;
import umbra.deid.identifier.Spellings;
import umbra.deid.substitute.ValueForms;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;
import umbra.dicom.Tags;
import umbra.dicom.Text;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.dicom.dict.TagPaths;
import umbra.io.ByteSlice;

/// Searches a written file for the original identifiers of its subject: every value as bytes and as decoded text, the bytes
/// outside the Data Set, and what lies compressed inside values. Samples of pixels are left out, the metadata of their
/// bitstreams is not.
public final class LeakSweep {
  private static final Tag METHOD_CODES = Tag.of(0x0012, 0x0064);
  private static final Tag MANUFACTURER = Tag.of(0x0008, 0x0070);
  private static final Tag WAVEFORM_DATA = Tag.of(0x5400, 0x1010);
  private static final int DEEPEST = 3;
  private static final int SHORTEST_TEXT = 3;
  /// Of a long stream at a time, with more than any identifier has in common with the next.
  private static final int PIECE = 1 << 20;
  private static final int OVERLAP = 512;
  private static final Set<VR> BLOBS = Set.of(VR.OB, VR.OW, VR.UN, VR.OL, VR.OV, VR.OF, VR.OD);

  /// Where an element stands, put into words only if something is found there.
  private record Place(TagPath path, String within) implements Supplier<String> {
    @Override
    public String get() {
      return TagPaths.print(path) + within;
    }
  }

  private final List<Needles> needles;

  /// @param needles all of which are searched for on one way through a file
  public LeakSweep(Needles... needles) {
    this.needles = Stream.of(needles).filter(n -> !n.isEmpty()).toList();
  }

  public List<Leak> of(DicomFile file) {
    if (needles.isEmpty()) return List.of();
    var leaks = new LinkedHashSet<Leak>();
    bytes(file.preamble().toArray(), false, () -> "preamble", 0, leaks);
    bytes(file.trailing().toArray(), false, () -> "bytes after the last element", 0, leaks);
    for (var element : file.fileMeta()) element(file.fileMeta(), TagPath.of(element.tag()), element, leaks);
    for (var element : file.dataSet()) element(file.dataSet(), TagPath.of(element.tag()), element, leaks);
    return List.copyOf(leaks);
  }

  /// The same for a name or a document beside the files.
  public List<Leak> of(String text, String where) {
    var leaks = new LinkedHashSet<Leak>();
    look(text.getBytes(StandardCharsets.UTF_8), true, () -> where, leaks);
    return List.copyOf(leaks);
  }

  private void element(DataSet dataSet, TagPath path, DataElement element, Set<Leak> leaks) {
    if (path.items().isEmpty() && element.tag().equals(METHOD_CODES)) return; // words of the standard, which may be names too
    switch (element.value()) {
      case Value.Items(var items) -> {
        for (int i = 0; i < items.size(); i++) for (var inner : items.get(i)) element(items.get(i), path.child(i, inner.tag()), inner, leaks);
      }
      case Value.Fragments(_, var rest) -> {
        var where = new Place(path, " bitstream");
        for (var fragment : rest) for (var segment : BitstreamText.of(fragment)) bytes(segment, false, where, 0, leaks);
        if (rest.stream().noneMatch(BitstreamText::hasSegments)) for (var fragment : rest) pieces(fragment, where, Needles::inCoded, leaks);
      }
      case Value.Bytes(var raw, _) -> {
        if (raw.isEmpty() || isSamples(path)) return;
        if (element.tag().equals(WAVEFORM_DATA)) {
          pieces(raw, new Place(path, ""), Needles::inSamples, leaks);
          return;
        }
        var found = new LinkedHashSet<Leak>();
        value(dataSet, element, raw.toArray(), new Place(path, ""), found);
        if (element.tag().equals(MANUFACTURER)) found.removeIf(l -> l.kind() == IdentifierKind.INSTITUTION); // a device that stands where it was made
        leaks.addAll(found);
      }
    }
  }

  private void value(DataSet dataSet, DataElement element, byte[] bytes, Supplier<String> where, Set<Leak> leaks) {
    switch (element.vr()) {
      case UI -> uid(bytes, where, leaks);
      case CS -> bytes(withoutTerms(bytes), true, where, DEEPEST, leaks);
      case IS, DS -> bytes(bytes, false, where, DEEPEST, leaks); // four digits are a number of many things
      default -> {
        if (element.vr().isText() && !isAscii(bytes)) decoded(dataSet, element, where, leaks);
        bytes(bytes, element.vr().isText() || isPrintable(bytes), where, BLOBS.contains(element.vr()) || element.tag().isPrivate() ? 0 : DEEPEST, leaks);
      }
    }
  }

  /// Samples, and streams without segments of their own, such as video.
  private void pieces(ByteSlice samples, Supplier<String> where, BiFunction<Needles, byte[], Set<IdentifierKind>> look, Set<Leak> leaks) {
    for (long at = 0; at < samples.length(); at += PIECE) {
      var piece = samples.slice(at, Math.min(PIECE + OVERLAP, samples.length() - at)).toArray();
      for (var some : needles) for (var kind : look.apply(some, piece)) leaks.add(new Leak(kind, where.get()));
    }
  }

  private void decoded(DataSet dataSet, DataElement element, Supplier<String> where, Set<Leak> leaks) {
    var text = String.join("\n", Text.values(element, dataSet.characterSets()));
    var plain = Spellings.plain(text);
    bytes(text.getBytes(StandardCharsets.UTF_8), true, where, DEEPEST, leaks);
    if (!plain.equals(text)) bytes(plain.getBytes(StandardCharsets.UTF_8), true, where, DEEPEST, leaks);
  }

  /// Characters that every character set has at the same place; an escape sequence is none.
  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) if (b < 0 || b == 0x1B) return false;
    return true;
  }

  /// A patient may be called Point; the kind of a graphic is not therefore their name.
  private static byte[] withoutTerms(byte[] codes) {
    var others = new StringBuilder();
    for (var value : new String(codes, StandardCharsets.ISO_8859_1).split("\\\\")) if (!ValueForms.isTerm(VR.CS, value.strip())) others.append(value.strip()).append('\n');
    return others.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /// Whether bytes of no kind that is known are a text: then three letters are no chance.
  private static boolean isPrintable(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) end--;
    for (int i = 0; i < end; i++) if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\n' && bytes[i] != '\r' && bytes[i] != '\t') return false;
    return end >= SHORTEST_TEXT;
  }

  /// Native samples: chance makes any short word there.
  private static boolean isSamples(TagPath path) {
    var tag = path.tag();
    return tag.equals(Tags.PIXEL_DATA) || tag.equals(Tags.FLOAT_PIXEL_DATA) || tag.equals(Tags.DOUBLE_FLOAT_PIXEL_DATA);
  }

  /// Below 2.25 stands one number, made with a key: what looks like a date in it is chance, as in `2.25.19700225`.
  private void uid(byte[] bytes, Supplier<String> where, Set<Leak> leaks) {
    boolean made = new String(bytes, 0, Math.min(bytes.length, 5), StandardCharsets.US_ASCII).equals("2.25.");
    for (var some : needles) for (var kind : some.in(bytes, true)) if (kind == IdentifierKind.UID || !made) leaks.add(new Leak(kind, where.get()));
  }

  private void bytes(byte[] bytes, boolean text, Supplier<String> where, int depth, Set<Leak> leaks) {
    if (bytes.length == 0) return;
    look(bytes, text, where, leaks);
    for (var inner : Base64Runs.in(bytes)) look(inner, isPrintable(inner), () -> where.get() + " (as Base64)", leaks);
    if (depth >= DEEPEST) return;
    for (var inner : Streams.inside(bytes)) bytes(inner, true, () -> where.get() + " (compressed inside)", depth + 1, leaks);
  }

  private void look(byte[] bytes, boolean text, Supplier<String> where, Set<Leak> leaks) {
    for (var some : needles) for (var kind : some.in(bytes, text)) leaks.add(new Leak(kind, where.get()));
  }

  /// The segments of a bitstream that hold no samples.
  static final class BitstreamText {
    private BitstreamText() {}

    static boolean hasSegments(ByteSlice fragment) {
      return fragment.length() >= 4 && fragment.u8(0) == 0xFF && (fragment.u8(1) == 0x4F || fragment.u8(1) == 0xD8);
    }

    /// JPEG and JPEG-LS up to each start of scan, JPEG 2000 up to its first tile: all of them, as a table may be none.
    static List<byte[]> of(ByteSlice fragment) {
      var segments = new ArrayList<byte[]>();
      long at = 2;
      if (!hasSegments(fragment)) return segments;
      while (at + 4 <= fragment.length() && fragment.u8(at) == 0xFF) {
        int marker = fragment.u8(at + 1);
        int length = fragment.u8(at + 2) << 8 | fragment.u8(at + 3);
        if (marker == 0xDA || marker == 0x90 || length < 2) return segments;
        long end = Math.min(fragment.length(), at + 2 + length);
        segments.add(fragment.slice(at + 4, end - at - 4).toArray());
        at = end;
      }
      return segments;
    }
  }
}
