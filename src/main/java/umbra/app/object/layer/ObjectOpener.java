package umbra.app.object.layer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import umbra.app.object.table.ObjectTables;
import umbra.catalog.InstanceRow;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.object.TextWalk;
import umbra.object.drawing.Drawable;
import umbra.object.presentation.PresentationDrawing;
import umbra.object.radiotherapy.ContourDrawing;
import umbra.object.radiotherapy.Dose;
import umbra.object.radiotherapy.DoseDrawing;
import umbra.object.radiotherapy.DoseGrid;
import umbra.object.radiotherapy.DoseVolume;
import umbra.object.radiotherapy.StructureSet;
import umbra.object.report.ContentTree;
import umbra.object.report.RegionDrawing;
import umbra.object.segmentation.MapDrawing;
import umbra.object.segmentation.SegmentDrawing;
import umbra.object.spatial.Fiducial;
import umbra.object.spatial.FiducialDrawing;
import umbra.object.spatial.MappingDrawing;
import umbra.object.spatial.RealWorldMapping;
import umbra.pixel.Checkpoint;
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

  OpenedObject open(InstanceRow row, Checkpoint checkpoint) throws IOException {
    var kind = DrawnKind.of(row.sopClassUid()).orElseThrow(() -> new IOException(row.path() + ": nothing of this object can be drawn"));
    var file = files.open(place(row));
    boolean kept = kind == DrawnKind.SEGMENTATION || kind == DrawnKind.PARAMETRIC_MAP || kind == DrawnKind.PRESENTATION;
    try {
      var dataSet = file.dataSet();
      var tables = kind == DrawnKind.DOSE ? List.<ObjectTables.Table>of() : ObjectTables.of(row.sopClassUid(), dataSet); // its histograms are a chart
      var texts = TextWalk.of(dataSet, List.of(), TextWalk::isOfTheObject);
      var drawable = drawable(kind, file, checkpoint);
      if (!kept) file.close();
      return new OpenedObject(drawable, tables, texts);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private Drawable drawable(DrawnKind kind, DicomFile file, Checkpoint checkpoint) throws IOException {
    return switch (kind) {
      case STRUCTURES -> new ContourDrawing(StructureSet.of(file.dataSet()));
      case DOSE -> new DoseDrawing(DoseGrid.of(file, codecs, streams, checkpoint));
      case SEGMENTATION -> new SegmentDrawing(file, FrameReader.open(file, codecs, streams));
      case PARAMETRIC_MAP -> new MapDrawing(file, FrameReader.open(file, codecs, streams));
      case PRESENTATION -> new PresentationDrawing(file);
      case FIDUCIALS -> new FiducialDrawing(Fiducial.of(file.dataSet()));
      case REAL_WORLD -> new MappingDrawing(RealWorldMapping.of(file.dataSet()));
      case REGIONS -> new RegionDrawing(ContentTree.of(file.dataSet()));
    };
  }

  /// The histograms that a dose states, and those of the structures that are computed from it.
  ///
  /// @param structures for names and contours; none if there is no structure set
  List<DoseVolume> histograms(InstanceRow dose, DoseGrid grid, Optional<InstanceRow> structures, Checkpoint checkpoint) throws IOException {
    var all = new ArrayList<DoseVolume>();
    try (var file = files.open(place(dose))) {
      if (structures.isEmpty()) return DoseVolume.stated(Dose.of(file.dataSet()), StructureSet.of(DataSet.EMPTY));
      try (var other = files.open(place(structures.get()))) {
        var set = StructureSet.of(other.dataSet());
        all.addAll(DoseVolume.stated(Dose.of(file.dataSet()), set));
        all.addAll(DoseVolume.computed(grid, set, checkpoint));
      }
    }
    return all;
  }

  private static SourcePlace place(InstanceRow row) {
    return new SourcePlace(Path.of(row.path()), row.member());
  }
}
