package umbra.dicom.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.Deflater;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.io.ByteSource;

/// Puts together the bytes of elements and files, right and wrong ones.
public final class Bytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final boolean big;

  private Bytes(boolean big) {
    this.big = big;
  }

  public static Bytes little() {
    return new Bytes(false);
  }

  public static Bytes big() {
    return new Bytes(true);
  }

  /// 128 zeros, DICM, and File Meta Information with this Transfer Syntax UID.
  public static Bytes file(String transferSyntax) {
    var meta = little().explicit("0002,0010", "UI", transferSyntax).toArray();
    return little().raw(new byte[128]).ascii("DICM").explicit("0002,0000", "UL", u32(meta.length)).raw(meta);
  }

  public static byte[] u32(long value) {
    return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
  }

  public Bytes explicit(String tag, String vr, String value) {
    return explicit(tag, vr, even(value, vr));
  }

  public Bytes explicit(String tag, String vr, byte[] value) {
    return explicitHeader(tag, vr, value.length).raw(value);
  }

  /// Header with a stated length that may be a lie; FFFFFFFF is -1.
  public Bytes explicitHeader(String tag, String vr, long length) {
    tag(tag).ascii(vr);
    boolean longForm = VR.ofCode(vr.charAt(0) << 8 | vr.charAt(1)).map(VR::hasLongLength).orElse(true);
    return longForm ? n16(0).n32(length) : n16((int) length);
  }

  public Bytes implicit(String tag, String value) {
    return implicit(tag, even(value, "LO"));
  }

  public Bytes implicit(String tag, byte[] value) {
    return header(tag, value.length).raw(value);
  }

  /// Tag and 32-bit length: implicit VR, Items and delimiters.
  public Bytes header(String tag, long length) {
    return tag(tag).n32(length);
  }

  public Bytes item(byte[] content) {
    return header("FFFE,E000", content.length).raw(content);
  }

  public Bytes undefinedItem(byte[] content) {
    return header("FFFE,E000", -1).raw(content).header("FFFE,E00D", 0);
  }

  public Bytes sequenceEnd() {
    return header("FFFE,E0DD", 0);
  }

  public Bytes tag(String text) {
    var tag = Tag.parse(text);
    return n16(tag.group()).n16(tag.element());
  }

  public Bytes n16(int value) {
    out.write(big ? value >> 8 : value);
    out.write(big ? value : value >> 8);
    return this;
  }

  public Bytes n32(long value) {
    return big ? n16((int) (value >> 16)).n16((int) value) : n16((int) value).n16((int) (value >> 16));
  }

  public Bytes ascii(String text) {
    return raw(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public Bytes hex(String digits) {
    return raw(HexFormat.of().parseHex(digits.replace(" ", "")));
  }

  public Bytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  private static byte[] even(String value, String vr) {
    var padded = value.length() % 2 == 0 ? value : value + (vr.equals("UI") ? "\0" : " ");
    return padded.getBytes(StandardCharsets.ISO_8859_1);
  }

  public static byte[] deflated(byte[] bytes) {
    try (var deflater = new Deflater(9, true)) {
      deflater.setInput(bytes);
      deflater.finish();
      var buffer = new byte[bytes.length + 100];
      return java.util.Arrays.copyOf(buffer, deflater.deflate(buffer));
    }
  }

  public byte[] toArray() {
    return out.toByteArray();
  }

  public ByteSource source() {
    return ByteSource.of(toArray());
  }
}
