package umbra.pixel.stream.video;

import umbra.pixel.stream.code.ByteWindow;

/// How many bytes of a box its own numbers account for (14496-12 8, 14496-15 5.3.3).
final class Mp4Table {
  private Mp4Table() {}

  /// Counted from the content of the box; 0 for a box that is not one of those known. May be more than the box has.
  static long bytes(ByteWindow bytes, Mp4Boxes.Box box) {
    boolean isLong = box.body() < box.to() && bytes.u8(box.body()) == 1;
    return switch (box.type()) {
      case "mvhd" -> isLong ? 112 : 100;
      case "tkhd" -> isLong ? 96 : 84;
      case "mdhd" -> isLong ? 36 : 24;
      case "hdlr" -> 24;
      case "vmhd" -> 12;
      case "smhd", "pasp" -> 8;
      case "nmhd" -> 4;
      case "btrt" -> 12;
      case "clap" -> 32;
      case "cslg" -> 24;
      case "dref" -> 20;
      case "stts", "ctts", "co64" -> 8 + 8 * count(bytes, box, 4);
      case "stss", "stco" -> 8 + 4 * count(bytes, box, 4);
      case "stsc" -> 8 + 12 * count(bytes, box, 4);
      case "elst" -> 8 + (isLong ? 20 : 12) * count(bytes, box, 4);
      case "stsz" -> 12 + (count(bytes, box, 4) == 0 ? 4 * count(bytes, box, 8) : 0);
      case "avcC" -> avc(bytes, box);
      default -> 0;
    };
  }

  /// A number of 32 bits; 0 where the box is too short for it.
  static long count(ByteWindow bytes, Mp4Boxes.Box box, int at) {
    return box.body() + at + 4 <= box.to() ? bytes.u32(box.body() + at) : 0;
  }

  /// Sets of parameters, and what the high profiles have behind them.
  private static long avc(ByteWindow bytes, Mp4Boxes.Box box) {
    long at = box.body() + 5;
    for (int kind = 0; kind < 3 && at < box.to(); kind++) {
      if (kind == 2) at += 3;
      if (at >= box.to()) break;
      int sets = bytes.u8(at) & (kind == 0 ? 0x1F : 0xFF);
      at++;
      for (int i = 0; i < sets && at + 2 <= box.to(); i++) at += 2 + bytes.u16(at);
      if (kind == 1 && bytes.u8(box.body() + 1) < 100) break;
    }
    return at - box.body();
  }
}
