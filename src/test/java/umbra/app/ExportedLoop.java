package umbra.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import umbra.catalog.finding.FindingState;
import umbra.look.ImageFile;
import umbra.pixel.Checkpoint;
import umbra.pixel.codec.TestCodecs;

/// The ultrasound loop as it left, held against its source pixel by pixel.
final class ExportedLoop {
  private ExportedLoop() {}

  /// The one image of an export.
  static Path in(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(p -> p.toString().endsWith(".dcm")).findFirst().orElseThrow();
    }
  }

  /// What has to be black by the catalogue: frames from 0, place and size.
  static List<int[]> wanted(FindingsStage stage) {
    var all = new ArrayList<int[]>();
    for (var r : stage.boxes()) all.add(new int[] {Math.max(0, r.frameFirst() - 1), r.frameLast() == 0 ? 99 : r.frameLast() - 1, r.x(), r.y(), r.width(), r.height()});
    for (var row : stage.findings()) {
      var f = row.finding();
      if (row.state() == FindingState.REDACT) all.add(new int[] {f.firstFrame(), f.lastFrame(), f.x(), f.y(), f.width(), f.height()});
    }
    return all;
  }

  /// Compares every pixel of every frame with the source.
  static void check(Path source, Path exported, List<int[]> black) throws IOException {
    try (var before = ImageFile.open(source, TestCodecs.all(), TestCodecs.noVideo());
        var after = ImageFile.open(exported, TestCodecs.all(), TestCodecs.noVideo())) {
      for (int f = 0; f < before.frames().frames(); f++) {
        var a = before.frames().frame(f, Checkpoint.NONE).values();
        var b = after.frames().frame(f, Checkpoint.NONE).values();
        for (int i = 0; i < a.length(); i++) {
          int x = i / 3 % 320;
          int y = i / 3 / 320;
          int frame = f;
          boolean gone = black.stream().anyMatch(r -> frame >= r[0] && frame <= r[1] && x >= r[2] && x < r[2] + r[4] && y >= r[3] && y < r[3] + r[5]);
          if ((gone ? 0 : a.at(i)) != b.at(i)) throw new AssertionError("frame " + f + " at " + x + "," + y + (gone ? " is not black" : " has changed"));
        }
      }
    }
  }
}
