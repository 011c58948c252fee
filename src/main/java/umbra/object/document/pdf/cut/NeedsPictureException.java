package umbra.object.document.pdf.cut;

import java.io.IOException;

/// Something under a box that cannot be cut out of the page description: the page has to become a picture.
public final class NeedsPictureException extends IOException {
  private static final long serialVersionUID = 1;

  NeedsPictureException(String what) {
    super(what);
  }
}
