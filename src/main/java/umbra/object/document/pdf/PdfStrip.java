package umbra.object.document.pdf;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Lets go of all that hangs on a document beside its pages. What nothing refers to any more is not written: a saved document holds no earlier revision.
final class PdfStrip {
  private static final Set<String> OF_THE_CATALOG = Set.of("Type", "Pages", "Version", "PageLayout", "OutputIntents");
  private static final Set<String> OF_A_PAGE = Set.of("Type", "Parent", "Resources", "MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox", "Contents", "Rotate", "UserUnit", "Group");
  private static final List<String> ANYWHERE = List.of("Metadata", "PieceInfo", "LastModified", "StructParent", "StructParents", "Alternates", "OPI", "AA", "OC", "Thumb",
      "ActualText", "Alt", "PZ", "ID", "CreationDate", "ModDate");

  private PdfStrip() {}

  static void strip(PDDocument document) {
    keepOnly(document.getDocumentCatalog().getCOSObject(), OF_THE_CATALOG);
    for (var page : document.getPages()) keepOnly(page.getCOSObject(), OF_A_PAGE);
    var trailer = document.getDocument().getTrailer();
    for (var key : List.of(COSName.INFO, COSName.ID, COSName.ENCRYPT, COSName.PREV, COSName.getPDFName("XRefStm"))) trailer.removeItem(key);
    everywhere(document.getDocumentCatalog().getCOSObject());
  }

  private static void keepOnly(COSDictionary dictionary, Set<String> keys) {
    for (var key : List.copyOf(dictionary.keySet())) {
      if (!keys.contains(key.getName())) dictionary.removeItem(key);
    }
  }

  private static void everywhere(COSBase root) {
    Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    var waiting = new ArrayDeque<COSBase>();
    waiting.push(root);
    while (!waiting.isEmpty()) {
      var next = waiting.pop();
      if (next instanceof COSObject object) next = object.getObject();
      if (next == null || !seen.add(next)) continue;
      switch (next) {
        case COSDictionary dictionary -> {
          for (var key : ANYWHERE) dictionary.removeItem(COSName.getPDFName(key));
          dictionary.getValues().forEach(waiting::push);
        }
        case COSArray array -> array.forEach(waiting::push);
        default -> { }
      }
    }
  }
}
