package umbra.object.document.pdf.cut;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;

/// Resources of one page or form without the XObjects nobody draws any more; a change to them leaves alone those who share the original.
final class ResourceCopy {
  private final COSDictionary copy = new COSDictionary();
  private final COSDictionary objects = new COSDictionary();
  private int added;

  /// @param original null for a page or form without any
  ResourceCopy(PDResources original) {
    if (original != null) copy.addAll(original.getCOSObject());
    copy.removeItem(COSName.PROPERTIES); // property lists carry words and layers
    copy.setItem(COSName.XOBJECT, objects);
  }

  /// Lets an object be drawn under the name it had.
  COSName keep(COSName name, PDXObject object) {
    objects.setItem(name, object.getCOSObject());
    return name;
  }

  /// Lets a new object be drawn.
  ///
  /// @return the name it has here
  COSName add(PDXObject object) {
    return keep(COSName.getPDFName("Umbra" + ++added), object);
  }

  PDResources resources() {
    return new PDResources(copy);
  }
}
