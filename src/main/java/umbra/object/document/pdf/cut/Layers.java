package umbra.object.document.pdf.cut;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;

/// Which optional content is hidden where the reading stands (ISO 32000-1, 8.11). Membership dictionaries count as hidden if any of their groups is.
final class Layers {
  private final PDOptionalContentProperties properties;
  private final Deque<Boolean> nested = new ArrayDeque<>();
  private int hidden;

  Layers(PDDocument document) {
    properties = document.getDocumentCatalog().getOCProperties();
  }

  void begin(List<COSBase> operands, PDResources resources) {
    boolean hides = operands.size() > 1 && COSName.OC.equals(operands.get(0)) && operands.get(1) instanceof COSName name && resources != null
        && resources.getProperties(name) != null && isOff(resources.getProperties(name).getCOSObject());
    nested.push(hides);
    if (hides) hidden++;
  }

  void end() {
    if (!nested.isEmpty() && nested.pop()) hidden--;
  }

  boolean isHidden() {
    return hidden > 0;
  }

  /// Whether an XObject says that it belongs to a hidden layer.
  boolean isHidden(COSDictionary object) {
    return object.getDictionaryObject(COSName.OC) instanceof COSDictionary group && isOff(group);
  }

  private boolean isOff(COSDictionary group) {
    if (properties == null) return false;
    var groups = group.getDictionaryObject(COSName.OCGS);
    if (groups instanceof COSArray several) {
      for (int i = 0; i < several.size(); i++) {
        if (several.getObject(i) instanceof COSDictionary one && isOff(one)) return true;
      }
      return false;
    }
    if (groups instanceof COSDictionary one) return isOff(one);
    return COSName.OCG.equals(group.getDictionaryObject(COSName.TYPE)) && !properties.isGroupEnabled(new PDOptionalContentGroup(group));
  }
}
