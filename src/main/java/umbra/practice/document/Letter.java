package umbra.practice.document;

import java.util.List;
import umbra.practice.study.Study;

/// A letter of two pages as PDF: text, a picture with a name burned in, facts about the document, metadata, a note in the margin.
final class Letter {
  private static final int LEFT = 72;

  private final PdfPages pdf = new PdfPages();
  private final StringBuilder page = new StringBuilder();
  private int y = 770;

  private Letter() {}

  /// @param picture RGB, pixel-interleaved
  static byte[] of(Study study, byte[] picture, int columns, int rows) {
    return new Letter().write(study, picture, columns, rows);
  }

  private byte[] write(Study study, byte[] picture, int columns, int rows) {
    var person = study.person();
    var name = spoken(person.name());
    int catalog = pdf.add("");
    int pages = pdf.add("");
    int regular = pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    int bold = pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
    int image = pdf.stream("/Type /XObject /Subtype /Image /Width " + columns + " /Height " + rows + " /ColorSpace /DeviceRGB /BitsPerComponent 8", picture);
    var resources = "/Resources << /Font << /F1 " + regular + " 0 R /F2 " + bold + " 0 R >> /XObject << /Im1 " + image + " 0 R >> >>";

    head(study);
    for (var line : List.of("Dear colleague,", "", "thank you for sending " + name + ", who was seen in our department on " + day(study.date()) + ".",
        "The scan of the trunk shows lungs, heart, liver and spine as one expects of a synthetic patient.", "No focal lesion. The largest diameter of the aorta is 27 mm.", "",
        "We propose a control in twelve months.")) line("F1", 11, line);
    page.append("q 240 0 0 180 " + LEFT + " " + (y - 190) + " cm /Im1 Do Q\n");
    y -= 210;
    line("F1", 9, "Figure 1: key image with the label of the scanner");
    y -= 30;
    line("F1", 11, "With kind regards");
    line("F2", 11, spoken(person.referringPhysician()));
    int note = pdf.add("<< /Type /Annot /Subtype /Text /Rect [500 700 520 720] /Contents " + PdfPages.string("Call " + name + " before sending") + " /T " + PdfPages.string(spoken(person.referringPhysician())) + " >>");
    int first = page(pages, resources, "/Annots [" + note + " 0 R]");

    y = 770;
    head(study);
    line("F2", 12, "Measurements");
    for (var line : List.of("Aorta, ascending          27 mm", "Liver, cranio-caudal    142 mm", "Spleen                              98 mm", "", "Dose length product 312 mGy cm", "", "End of the letter")) line("F1", 11, line);
    int second = page(pages, resources, "");
    pdf.set(pages, "<< /Type /Pages /Kids [" + first + " 0 R " + second + " 0 R] /Count 2 >>");
    int metadata = pdf.stream("/Type /Metadata /Subtype /XML", PdfPages.latin("<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
        + "<rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Letter about " + name + "</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"));
    pdf.set(catalog, "<< /Type /Catalog /Pages " + pages + " 0 R /Metadata " + metadata + " 0 R >>");
    int facts = pdf.add("<< /Title " + PdfPages.string("Letter about " + name) + " /Author " + PdfPages.string(spoken(person.referringPhysician())) + " /Subject " + PdfPages.string(person.id()) + " >>");
    return pdf.file(catalog, facts);
  }

  private void head(Study study) {
    var person = study.person();
    page.append("0.15 0.30 0.45 rg 0 800 595 42 re f 1 1 1 rg\n");
    at("F2", 15, LEFT, 814, "Practice Hospital of Nowhere");
    page.append("0 0 0 rg\n");
    line("F1", 9, "1 Example Street, Nowhere");
    y -= 14;
    line("F2", 13, "Report: " + study.description());
    line("F1", 11, "Patient: " + spoken(person.name()) + "     born " + day(person.birthDate()) + "     number " + person.id());
    line("F1", 11, "Accession: " + person.accessionNumber() + "     date " + day(study.date()));
    page.append("0.6 0.6 0.6 RG " + LEFT + " " + y + " m 523 " + y + " l S\n");
    y -= 24;
  }

  private int page(int parent, String resources, String more) {
    int content = pdf.stream("", PdfPages.latin(page.toString()));
    page.setLength(0);
    return pdf.add("<< /Type /Page /Parent " + parent + " 0 R /MediaBox [0 0 595 842] " + resources + " /Contents " + content + " 0 R " + more + " >>");
  }

  private void line(String font, int size, String text) {
    if (!text.isEmpty()) at(font, size, LEFT, y, text);
    y -= size * 3 / 2 + 1;
  }

  private void at(String font, int size, int x, int atY, String text) {
    page.append("BT /" + font + " " + size + " Tf " + x + " " + atY + " Td " + PdfPages.string(text) + " Tj ET\n");
  }

  private static String spoken(String name) {
    return name.replace('^', ' ').strip().replaceAll(" +", " ");
  }

  private static String day(String date) {
    return date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6);
  }
}
