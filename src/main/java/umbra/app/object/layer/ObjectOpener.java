package umbra.app.object.layer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import umbra.app.object.table.ObjectTables;
import umbra.catalog.InstanceRow;
import umbra.dicom.DataSet;
import umbra.object.TextWalk;
import umbra.object.drawing.Drawable;
import umbra.object.radiotherapy.ContourDrawing;
import umbra.object.radiotherapy.StructureSet;
import umbra.pixel.codec.Codecs;
import umbra.pixel.codec.FrameReader;
import umbra.workspace.related.DrawnKind;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// Reads objects that are drawn.
public final class ObjectOpener {
  private final SourceFiles files;
  private final Codecs codecs;
  private final FrameReader.Streams streams;

  public ObjectOpener(SourceFiles files, Codecs codecs, FrameReader.Streams streams) {
    this.files = files;
    this.codecs = codecs;
    this.streams = streams;
  }

  OpenedObject open(InstanceRow row) throws IOException {
    var kind = DrawnKind.of(row.sopClassUid()).orElseThrow(() -> new IOException(row.path() + ": nothing of this object can be drawn"));
    var file = files.open(new SourcePlace(Path.of(row.path()), row.member()));
    try (file) {
      var dataSet = file.dataSet();
      return new OpenedObject(drawable(kind, dataSet), ObjectTables.of(row.sopClassUid(), dataSet), TextWalk.of(dataSet, List.of(), TextWalk::isOfTheObject));
    }
  }

  private static Drawable drawable(DrawnKind kind, DataSet dataSet) throws IOException {
    return switch (kind) {
      case STRUCTURES -> new ContourDrawing(StructureSet.of(dataSet));
      case DOSE, SEGMENTATION, PARAMETRIC_MAP, PRESENTATION, REGIONS -> throw new IOException("not drawn yet");
    };
  }
}
