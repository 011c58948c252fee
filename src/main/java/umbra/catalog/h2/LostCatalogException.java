package umbra.catalog.h2;

import java.sql.SQLException;

/// The catalogue stopped working while in use: the disk is full or gone, or the file was damaged. Holds no statement and no value.
public final class LostCatalogException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  public LostCatalogException(SQLException cause) {
    super("the catalogue cannot be read or written (H2 error " + cause.getErrorCode() + ")", cause);
  }

  public LostCatalogException(CatalogException cause) {
    super(cause.getMessage(), cause);
  }
}
