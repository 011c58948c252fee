package umbra.practice.answer;

import java.util.Arrays;
import java.util.List;

/// Invented subjects with names in several character sets.
///
/// @param sets of Specific Character Set, parted by backslashes
/// @param name as PN, in those sets
/// @param family a part of the name that no file may hold
/// @param physician as PN, in those sets
record Invented(String sets, String name, String family, String physician) {
  static final List<Invented> ALL = List.of(
      new Invented("ISO_IR 100", "M\u00fcllerson^J\u00fcrgen^^Dr.", "M\u00fcllerson", "Gr\u00fcnspan^Zo\u00eb"),
      new Invented("ISO_IR 192", "\u0141uczakowa^\u017baneta", "\u0141uczakowa", "\u010capkov\u00e1^R\u016f\u017eena"),
      new Invented("ISO_IR 144", "\u041b\u044e\u043a\u0441\u0435\u043c\u0431\u0443\u0440\u0433^\u0418\u043b\u044c\u044f", "\u041b\u044e\u043a\u0441\u0435\u043c\u0431\u0443\u0440\u0433", "\u0411\u0435\u043b\u044c\u0441\u043a\u0430\u044f^\u041e\u043b\u044c\u0433\u0430"),
      new Invented("\\ISO 2022 IR 87", "Kageyama^Hikari=\u5f71\u5c71^\u5149=\u304b\u3052\u3084\u307e^\u3072\u304b\u308a", "\u5f71\u5c71", "Hoshino^Rei=\u661f\u91ce^\u73b2"),
      new Invented("\\ISO 2022 IR 149", "Geurim^Bit=\uae40^\ube5b\ub098", "Geurim", "Haneul^Byeol=\ud558^\ub298"),
      new Invented("GB18030", "Yingzi^Guang=\u5f71\u5b50^\u5149", "\u5f71\u5b50", "Xingguang^Yue=\u661f\u5149^\u6708"),
      new Invented("ISO_IR 126", "\u03a3\u03ba\u03b9\u03ac\u03b4\u03b7\u03c2^\u03a6\u03ce\u03c2", "\u03a3\u03ba\u03b9\u03ac\u03b4\u03b7\u03c2", "\u03a6\u03b5\u03b3\u03b3\u03ac\u03c1\u03b7\u03c2^\u039d\u03af\u03ba\u03bf\u03c2"),
      new Invented("", "Halbschatten^Ottokar^de la", "Halbschatten", "Kernschatten^Walpurga"));

  List<String> terms() {
    return sets.isEmpty() ? List.of() : Arrays.asList(sets.split("\\\\", -1));
  }
}
