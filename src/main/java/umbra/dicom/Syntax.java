package umbra.dicom;

import java.nio.ByteOrder;

/// How Data Elements are laid out in bytes (PS3.5 7.1 and 7.3).
public enum Syntax {
  IMPLICIT_LITTLE(false, ByteOrder.LITTLE_ENDIAN),
  EXPLICIT_LITTLE(true, ByteOrder.LITTLE_ENDIAN),
  EXPLICIT_BIG(true, ByteOrder.BIG_ENDIAN),
  /// Never in a Transfer Syntax; met where a file was rewritten carelessly.
  IMPLICIT_BIG(false, ByteOrder.BIG_ENDIAN);

  private final boolean explicit;
  private final ByteOrder order;

  Syntax(boolean explicit, ByteOrder order) {
    this.explicit = explicit;
    this.order = order;
  }

  public boolean isExplicit() {
    return explicit;
  }

  public ByteOrder order() {
    return order;
  }
}
