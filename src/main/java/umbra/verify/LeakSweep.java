package umbra.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
  private static final int DEEPEST = 3;
  private static final Set<VR> BLOBS = Set.of(VR.OB, VR.OW, VR.UN, VR.OL, VR.OV, VR.OF, VR.OD);

  private final Needles needles;

  public LeakSweep(Needles needles) {
    this.needles = needles;
  }

  public List<Leak> of(DicomFile file) {
    if (needles.isEmpty()) return List.of();
    var leaks = new LinkedHashSet<Leak>();
    bytes(file.preamble().toArray(), false, "preamble", 0, leaks);
    bytes(file.trailing().toArray(), false, "bytes after the last element", 0, leaks);
    for (var element : file.fileMeta()) element(file.fileMeta(), TagPath.of(element.tag()), element, leaks);
    dataSet(file.dataSet(), file.dataSet().stream().map(e -> TagPath.of(e.tag())).toList(), leaks);
    return List.copyOf(leaks);
  }

  /// The same for a name or a document beside the files.
  public List<Leak> of(String text, String where) {
    return needles.in(text).stream().map(kind -> new Leak(kind, where)).toList();
  }

  private void dataSet(DataSet dataSet, List<TagPath> paths, Set<Leak> leaks) {
    int at = 0;
    for (var element : dataSet) element(dataSet, paths.get(at++), element, leaks);
  }

  private void element(DataSet dataSet, TagPath path, DataElement element, Set<Leak> leaks) {
    if (path.items().isEmpty() && element.tag().equals(METHOD_CODES)) return; // words of the standard, which may be names too
    switch (element.value()) {
      case Value.Items(var items) -> {
        for (int i = 0; i < items.size(); i++) {
          int item = i;
          dataSet(items.get(i), items.get(i).stream().map(e -> path.child(item, e.tag())).toList(), leaks);
        }
      }
      case Value.Fragments(_, var rest) -> {
        for (var fragment : rest) for (var segment : BitstreamText.of(fragment)) bytes(segment, false, TagPaths.print(path) + " bitstream", 0, leaks);
      }
      case Value.Bytes(var raw, _) -> {
        if (raw.isEmpty() || isSamples(path)) return;
        var where = TagPaths.print(path);
        if (element.vr() == VR.UI) {
          uid(raw.toArray(), where, leaks);
          return;
        }
        boolean text = element.vr().isText();
        if (text) bytes(String.join("\n", decoded(dataSet, element)).getBytes(StandardCharsets.UTF_8), true, where, DEEPEST, leaks);
        bytes(raw.toArray(), text, where, BLOBS.contains(element.vr()) || element.tag().isPrivate() ? 0 : DEEPEST, leaks);
      }
    }
  }

  private static List<String> decoded(DataSet dataSet, DataElement element) {
    return Text.values(element, dataSet.characterSets());
  }

  /// Native samples: chance makes any short word there.
  private static boolean isSamples(TagPath path) {
    var tag = path.tag();
    return tag.equals(Tags.PIXEL_DATA) || tag.equals(Tags.FLOAT_PIXEL_DATA) || tag.equals(Tags.DOUBLE_FLOAT_PIXEL_DATA);
  }

  /// Below 2.25 stands one number, made with a key: what looks like a date in it is chance, as in `2.25.19700225`.
  private void uid(byte[] bytes, String where, Set<Leak> leaks) {
    boolean made = new String(bytes, 0, Math.min(bytes.length, 5), StandardCharsets.US_ASCII).equals("2.25.");
    for (var kind : needles.in(bytes, true)) if (kind == IdentifierKind.UID || !made) leaks.add(new Leak(kind, where));
  }

  private void bytes(byte[] bytes, boolean text, String where, int depth, Set<Leak> leaks) {
    if (bytes.length == 0) return;
    for (var kind : needles.in(bytes, text)) leaks.add(new Leak(kind, where));
    if (depth >= DEEPEST) return;
    for (var inner : Streams.inside(bytes)) bytes(inner, true, where + " (compressed inside)", depth + 1, leaks);
  }

  /// The segments of a bitstream that hold no samples.
  static final class BitstreamText {
    private BitstreamText() {}

    /// JPEG and JPEG-LS up to each start of scan, JPEG 2000 up to its first tile; others have no place for text that is known.
    static List<byte[]> of(ByteSlice fragment) {
      var segments = new ArrayList<byte[]>();
      long at = 2;
      if (fragment.length() < 4 || fragment.u8(0) != 0xFF) return segments;
      boolean codestream = fragment.u8(1) == 0x4F;
      if (!codestream && fragment.u8(1) != 0xD8) return segments;
      while (at + 4 <= fragment.length() && fragment.u8(at) == 0xFF) {
        int marker = fragment.u8(at + 1);
        int length = fragment.u8(at + 2) << 8 | fragment.u8(at + 3);
        if (marker == 0xDA || marker == 0x90 || length < 2) return segments;
        long end = Math.min(fragment.length(), at + 2 + length);
        boolean mayHoldText = codestream ? marker == 0x64 : marker >= 0xE0 && marker <= 0xEF || marker == 0xFE;
        if (mayHoldText) segments.add(fragment.slice(at + 4, end - at - 4).toArray());
        at = end;
      }
      return segments;
    }
  }
}
