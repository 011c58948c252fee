package umbra.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umbra.cli.release.TestCommands.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.pixel.Checkpoint;
import umbra.pixel.codec.FrameReader;
import umbra.pixel.codec.TestCodecs;
import umbra.practice.PracticeCollection;
import umbra.workspace.release.CsvRows;

/// A box drawn on one level of a slide, and all levels of the export.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlideLevelsTest {
  /// In the second tile of the middle level, up to its right edge, so that it goes over an edge of tiles elsewhere.
  private static final int X = 206;
  private static final int Y = 96;
  private static final int WIDTH = 50;
  private static final int HEIGHT = 40;
  private static final int TILE = 256;
  private static final double MIDDLE_COLUMNS = 1024;
  private static final double MIDDLE_ROWS = 768;
  /// What a JPEG with halved chroma can be cut by.
  private static final int BLOCK_WIDTH = 16;
  private static final int BLOCK_HEIGHT = 8;

  private Path folder;
  private List<Map<String, String>> crosswalk;

  /// All of a level, gray values of the first sample.
  private record Matrix(int columns, int rows, int tile, double[][] samples) {
    double[] at(int x, int y) {
      return samples[y * columns + x];
    }
  }

  @BeforeAll
  void drawAndExport(@TempDir Path temporary) throws IOException {
    folder = temporary;
    PracticeCollection.write(folder.resolve("p"), 7);
    var workspace = folder.resolve("workspace");
    run("import", workspace, folder.resolve("p/files/sm"), "--quiet");
    run("decide", workspace, "--decisions", Files.writeString(folder.resolve("d.csv"), TestCommands.passing("verdicts", "texts", "not-looked-at", "notes", "objects", "unrecognised")));
    var row = "series_instance_uid,sop_instance_uid,frame_first,frame_last,x,y,width,height\r\n" + uids(folder.resolve("p/files/sm/level1.dcm")) + ",2,2," + X + "," + Y + "," + WIDTH + "," + HEIGHT + "\r\n";
    assertEquals(0, run("redact", workspace, "--regions", Files.writeString(folder.resolve("r.csv"), row)).code());
    var export = run("export", workspace, folder.resolve("out"), "--collection", "c", "--version", "1", "--profile", "midi-research", "--quiet");
    assertEquals(0, export.code(), export.out() + export.err());
    run("crosswalk", workspace, "--version", "1", "--out", folder.resolve("c.csv"));
    crosswalk = CsvRows.of(Files.readString(folder.resolve("c.csv")));
  }

  private static String uids(Path file) throws IOException {
    try (var read = new DicomReader(ReadOptions.LENIENT).read(file)) {
      return read.dataSet().text(Tag.of(0x0020, 0x000E)).orElseThrow() + "," + read.dataSet().text(Tags.SOP_INSTANCE_UID).orElseThrow();
    }
  }

  private static Matrix matrix(Path path) throws IOException {
    try (var file = new DicomReader(ReadOptions.STRICT).read(path); var reader = FrameReader.open(file, TestCodecs.all(), TestCodecs.noVideo())) {
      int columns = file.dataSet().integer(Tag.of(0x0048, 0x0006)).orElseThrow();
      int rows = file.dataSet().integer(Tag.of(0x0048, 0x0007)).orElseThrow();
      int wide = reader.image().columns();
      int high = reader.image().rows();
      var samples = new double[columns * rows][];
      int across = (columns + wide - 1) / wide;
      for (int f = 0; f < reader.frames(); f++) {
        var values = reader.frame(f, Checkpoint.NONE).values();
        for (int y = 0; y < high && f / across * high + y < rows; y++) {
          for (int x = 0; x < wide && f % across * wide + x < columns; x++) {
            int i = 3 * (y * wide + x);
            samples[(f / across * high + y) * columns + f % across * wide + x] = new double[] {values.at(i), values.at(i + 1), values.at(i + 2)};
          }
        }
      }
      return new Matrix(columns, rows, wide, samples);
    }
  }

  private Matrix after(String name) throws IOException {
    var row = crosswalk.stream().filter(r -> r.get("original_path").endsWith(name)).findFirst().orElseThrow();
    return matrix(folder.resolve("out").resolve(row.get("path")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"level0.dcm", "level1.dcm", "level2.dcm", "thumbnail.dcm"})
  void theSameAreaIsBlackInEachLevelAndNothingElseChanged(String name) throws IOException {
    var before = matrix(folder.resolve("p/files/sm").resolve(name));
    var after = after(name);
    double scale = before.columns() / MIDDLE_COLUMNS;
    double left = (TILE + X) * scale;
    double right = (TILE + X + WIDTH) * scale;
    double top = Y * before.rows() / MIDDLE_ROWS;
    double bottom = (Y + HEIGHT) * before.rows() / MIDDLE_ROWS;
    long black = 0;
    for (int y = 0; y < before.rows(); y++) {
      for (int x = 0; x < before.columns(); x++) {
        boolean inside = x + 1 > left && x < right && y + 1 > top && y < bottom;
        if (inside) {
          for (double sample : after.at(x, y)) assertTrue(sample <= 1, name + " is not black at " + x + "," + y);
          black++;
        } else if (isFar(x, y, before.tile(), left, right, top, bottom)) {
          assertEquals(List.of(before.at(x, y)[0], before.at(x, y)[1], before.at(x, y)[2]), List.of(after.at(x, y)[0], after.at(x, y)[1], after.at(x, y)[2]), name + " changed at " + x + "," + y);
        }
      }
    }
    assertTrue(black >= WIDTH * HEIGHT * scale * scale, "as large as it was drawn: " + black);
  }

  /// Whether the block that a pixel belongs to holds nothing of the area, grown by the pixel it may be off by between levels.
  private static boolean isFar(int x, int y, int tile, double left, double right, double top, double bottom) {
    int blockX = x / tile * tile + x % tile / BLOCK_WIDTH * BLOCK_WIDTH;
    int blockY = y / tile * tile + y % tile / BLOCK_HEIGHT * BLOCK_HEIGHT;
    return blockX + BLOCK_WIDTH <= Math.floor(left) - 1 || blockX >= Math.ceil(right) + 1 || blockY + BLOCK_HEIGHT <= Math.floor(top) - 1 || blockY >= Math.ceil(bottom) + 1;
  }
}
