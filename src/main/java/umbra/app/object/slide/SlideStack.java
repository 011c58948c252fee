package umbra.app.object.slide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import umbra.catalog.InstanceRow;
import umbra.dicom.Tag;
import umbra.object.slide.SlideImage;
import umbra.pixel.Checkpoint;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// The objects of a slide's series: levels from the largest to the smallest, and what lies beside them.
record SlideStack(List<Level> levels, List<Beside> beside) {
  private static final Tag CONCATENATION = Tag.of(0x0020, 0x9161);
  private static final double SAME_SHAPE = 0.1;
  /// A level is used a little beyond its own size, rather than four times as many tiles.
  private static final double MOST_ENLARGED = 1.3;

  /// @param pieces more than one where a level is a concatenation
  record Level(int columns, int rows, List<Piece> pieces) {
    /// Pixels of the tiles across and down the first piece.
    SlideImage image() {
      return pieces.getFirst().image();
    }
  }

  record Piece(InstanceRow row, SlideImage image, String concatenation) {
    SourcePlace place() {
      return new SourcePlace(Path.of(row.path()), row.member());
    }
  }

  /// An image beside the pyramid.
  record Beside(InstanceRow row, SlideImage image) {}

  SlideStack {
    levels = List.copyOf(levels);
    beside = List.copyOf(beside);
  }

  /// Reads all headers.
  ///
  /// @throws IOException if no object of the series can be read
  static SlideStack of(List<InstanceRow> rows, SourceFiles files, Checkpoint checkpoint) throws IOException {
    var pieces = new ArrayList<Piece>();
    var problem = Optional.<IOException>empty();
    for (var row : rows) {
      checkpoint.check();
      try (var file = files.openHeader(new SourcePlace(Path.of(row.path()), row.member()))) {
        pieces.add(new Piece(row, SlideImage.of(file.dataSet()), file.dataSet().text(CONCATENATION).orElse("")));
      } catch (IOException e) {
        problem = Optional.of(e);
      }
    }
    if (pieces.isEmpty()) throw problem.orElseGet(() -> new IOException("the series has no objects"));
    return of(pieces);
  }

  static SlideStack of(List<Piece> pieces) {
    var levels = new ArrayList<Level>();
    var beside = new ArrayList<Beside>();
    for (var piece : pieces) {
      if (piece.image().kind() != SlideImage.Kind.VOLUME) beside.add(new Beside(piece.row(), piece.image()));
      else {
        var whole = levels.stream().filter(l -> !piece.concatenation().isEmpty() && l.pieces().getFirst().concatenation().equals(piece.concatenation())).findFirst();
        whole.ifPresent(levels::remove);
        var all = new ArrayList<>(whole.map(Level::pieces).orElse(List.of()));
        all.add(piece);
        levels.add(new Level(piece.image().columns(), piece.image().rows(), List.copyOf(all)));
      }
    }
    levels.sort(Comparator.comparingLong((Level l) -> (long) l.columns() * l.rows()).reversed());
    if (!levels.isEmpty()) {
      double shape = (double) levels.getFirst().columns() / levels.getFirst().rows();
      for (var level : List.copyOf(levels)) {
        boolean same = Math.abs((double) level.columns() / level.rows() / shape - 1) < SAME_SHAPE;
        if (same) continue;
        levels.remove(level); // another part of the slide
        beside.add(new Beside(level.pieces().getFirst().row(), level.image()));
      }
    }
    return new SlideStack(levels, beside);
  }

  /// The coarsest level that is hardly coarser than the screen.
  ///
  /// @param scale screen pixels to a pixel of the largest level
  int levelFor(double scale) {
    int best = 0;
    for (int i = 1; i < levels.size(); i++) if (scale * reduction(i) <= MOST_ENLARGED) best = i;
    return best;
  }

  /// Pixels of the largest level to one of this level.
  double reduction(int level) {
    return (double) levels.getFirst().columns() / levels.get(level).columns();
  }
}
