package umbra.catalog.h2;

import java.io.IOException;

/// Why a catalogue cannot be opened or used. Messages name the folder and what to do, never a value.
public final class CatalogException extends IOException {
  private static final long serialVersionUID = 1;

  /// What went wrong, for those who react to it.
  public enum Kind { IN_USE, PASSPHRASE_NEEDED, WRONG_PASSPHRASE, MADE_BY_NEWER_UMBRA, DAMAGED, NOT_A_WORKSPACE }

  private final Kind kind;

  public CatalogException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public CatalogException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
