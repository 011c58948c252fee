package umbra.app.object.layer;

import java.io.IOException;
import java.util.List;
import umbra.app.object.table.ObjectTables.Table;
import umbra.object.TextItem;
import umbra.object.drawing.Drawable;

/// An object that is drawn, and what else there is to read in it. To be closed.
///
/// @param texts all that a person can read in the object
record OpenedObject(Drawable drawable, List<Table> tables, List<TextItem> texts) implements AutoCloseable {
  OpenedObject {
    tables = List.copyOf(tables);
    texts = List.copyOf(texts);
  }

  @Override
  public void close() throws IOException {
    drawable.close();
  }
}
