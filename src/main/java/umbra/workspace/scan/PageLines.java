package umbra.workspace.scan;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import umbra.object.document.pdf.PdfLine;
import umbra.ocr.Box;
import umbra.ocr.TextBox;

/// The text layer of a PDF by line, at the places where its pages are looked at. What is seen there and is the same text is not asked a second time.
final class PageLines {
  private static final double POINTS_AN_INCH = 72;

  private record Line(Box box, String text) {}

  private final Map<Integer, List<Line>> pages = new HashMap<>();

  /// @param dotsPerInch of the pages that are looked at
  PageLines(List<PdfLine> lines, double dotsPerInch) {
    double scale = dotsPerInch / POINTS_AN_INCH;
    for (var line : lines) {
      if (line.text().isBlank()) continue;
      var region = line.region();
      int left = Math.max(0, (int) Math.floor(region.x() * scale));
      int top = Math.max(0, (int) Math.floor(region.y() * scale));
      int right = Math.max(left + 1, (int) Math.ceil((region.x() + region.width()) * scale));
      int bottom = Math.max(top + 1, (int) Math.ceil((region.y() + region.height()) * scale));
      pages.computeIfAbsent(line.page(), _ -> new java.util.ArrayList<>()).add(new Line(Box.between(left, top, right, bottom), line.text().strip()));
    }
    pages.values().forEach(list -> list.sort(Comparator.comparingInt((Line l) -> l.box().y()).thenComparingInt(l -> l.box().x())));
  }

  /// All lines, to be judged as they are written.
  List<Seen> seen(String tagPath) {
    return pages.entrySet().stream().sorted(Map.Entry.comparingByKey()).flatMap(e -> e.getValue().stream().map(l -> Seen.placed(tagPath, e.getKey() - 1, l.box(), l.text()))).toList();
  }

  /// Whether the lines of a page hold every word of a text, in whatever order.
  ///
  /// @param page from 1
  boolean hold(int page, String text) {
    var lines = letters(String.join("", pages.getOrDefault(page, List.of()).stream().map(Line::text).toList()));
    return java.util.Arrays.stream(text.split("\\s+")).map(PageLines::letters).allMatch(lines::contains);
  }

  /// Whether the layer says at this place what was read there, letter for letter; blanks, case and punctuation do not count.
  ///
  /// @param page from 1
  boolean say(int page, TextBox read) {
    var wanted = letters(read.text());
    var there = pages.getOrDefault(page, List.of()).stream().filter(l -> l.box().shared(read.box()) * 2 >= Math.min(l.box().area(), read.box().area())).toList();
    if (wanted.isEmpty() || there.isEmpty()) return false;
    var around = there.stream().map(Line::box).reduce(Box::union).orElseThrow();
    int reach = read.box().height() / 2 + 2;
    boolean isInside = read.box().x() >= around.x() - reach && read.box().y() >= around.y() - reach && read.box().right() <= around.right() + reach && read.box().bottom() <= around.bottom() + reach;
    return isInside && letters(String.join("", there.stream().map(Line::text).toList())).contains(wanted);
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
  }
}
