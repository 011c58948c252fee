package umbra.app.object.unknown;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import umbra.catalog.InstanceRow;
import umbra.dicom.DicomFile;
import umbra.object.TextItem;
import umbra.object.TextWalk;
import umbra.workspace.header.HexPage;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// All text elements of an object and the start of its bytes.
///
/// @param bytes of the file in all
public record UnknownObject(List<TextItem> texts, List<String> hex, long bytes) {
  private static final int PAGES = 16;

  public UnknownObject {
    texts = List.copyOf(texts);
    hex = List.copyOf(hex);
  }

  static UnknownObject of(SourceFiles files, DicomFile file, InstanceRow row) throws IOException {
    var texts = TextWalk.of(file.dataSet(), List.of(), _ -> true);
    try (var source = files.bytes(new SourcePlace(Path.of(row.path()), row.member()))) {
      var all = source.all();
      var hex = new ArrayList<String>();
      for (long page = 0; page < Math.min(PAGES, HexPage.pages(all)); page++) HexPage.page(all, page).forEach(r -> hex.add(r.toString()));
      return new UnknownObject(texts, hex, source.size());
    }
  }
}
