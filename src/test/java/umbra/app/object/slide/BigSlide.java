package umbra.app.object.slide;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import umbra.dicom.TransferSyntax;
import umbra.dicom.write.DicomWriter;
import umbra.practice.study.Attributes;

/// Writes slides of any size as sparse files: tiles that nobody paints cost no room on the disk.
public final class BigSlide {
  private static final int TILE = 256;
  private static final int TILE_BYTES = 3 * TILE * TILE;

  private BigSlide() {}

  /// A pyramid whose largest level has `across` by `down` tiles, and a label. Every `paintEach`th tile of the largest level is painted, and all of the others.
  public static List<Path> write(Path folder, int across, int down, int paintEach) throws IOException {
    Files.createDirectories(folder);
    var files = new ArrayList<Path>();
    for (int reduction = 1; reduction <= 64; reduction *= 4) {
      files.add(level(folder.resolve("level-" + reduction + ".dcm"), "VOLUME", across * TILE / reduction, down * TILE / reduction, reduction, reduction == 1 ? paintEach : 1));
      if (Math.max(across, down) / reduction <= 4) break;
    }
    files.add(level(folder.resolve("label.dcm"), "LABEL", TILE, TILE, 1, 1));
    files.add(level(folder.resolve("overview.dcm"), "OVERVIEW", 2 * TILE, TILE, across * TILE / (2.0 * TILE), 1));
    return files;
  }

  private static Path level(Path file, String kind, int columns, int rows, double reduction, int paintEach) throws IOException {
    if (Files.exists(file)) return file;
    int across = (columns + TILE - 1) / TILE;
    int frames = across * ((rows + TILE - 1) / TILE);
    var measures = new Attributes().text("PixelSpacing", "%.6f\\%.6f".formatted(0.00025 * reduction, 0.00025 * reduction)).dataSet();
    var dataSet = new Attributes().text("SOPClassUID", "1.2.840.10008.5.1.4.1.1.77.1.6").text("SOPInstanceUID", "2.25.77" + (int) reduction + kind.length() + columns)
        .text("Modality", "SM").text("PatientName", "Slide^Synthetic").text("PatientID", "SLIDE").text("StudyInstanceUID", "2.25.771").text("SeriesInstanceUID", "2.25.772")
        .text("SeriesDescription", "Synthetic slide").text("ImageType", "ORIGINAL\\PRIMARY\\" + kind + "\\NONE").text("DimensionOrganizationType", "TILED_FULL")
        .longs("TotalPixelMatrixColumns", columns).longs("TotalPixelMatrixRows", rows).shorts("Rows", TILE).shorts("Columns", TILE).text("NumberOfFrames", "" + frames)
        .shorts("SamplesPerPixel", 3).text("PhotometricInterpretation", "RGB").shorts("PlanarConfiguration", 0).shorts("BitsAllocated", 8).shorts("BitsStored", 8)
        .shorts("HighBit", 7).shorts("PixelRepresentation", 0)
        .items("SharedFunctionalGroupsSequence", new Attributes().items("PixelMeasuresSequence", measures).dataSet()).dataSet();
    new DicomWriter().write(DicomWriter.newFile(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long from = channel.size() + 12;
      var head = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0x7FE0).putShort((short) 0x0010).put((byte) 'O').put((byte) 'B').putShort((short) 0)
          .putInt((int) ((long) frames * TILE_BYTES)).flip();
      channel.write(head, from - 12);
      channel.write(ByteBuffer.allocate(1), from + (long) frames * TILE_BYTES - 1);
      for (int i = 0; i < frames; i += paintEach) channel.write(ByteBuffer.wrap(tile(kind, i % across * TILE, i / across * TILE, reduction)), from + (long) i * TILE_BYTES);
    }
    return file;
  }

  /// Something like stained tissue: islands of violet on white; a label has lines like writing.
  private static byte[] tile(String kind, int left, int top, double reduction) {
    var rgb = new byte[TILE_BYTES];
    for (int y = 0; y < TILE; y++) {
      for (int x = 0; x < TILE; x++) {
        double u = (left + x) * reduction / 3000;
        double v = (top + y) * reduction / 3000;
        double tissue = Math.sin(u) * Math.cos(v * 1.3) + 0.5 * Math.sin(2.3 * u + v) + 0.2 * Math.sin(31 * u) * Math.sin(29 * v);
        boolean ink = kind.equals("LABEL") && y % 64 > 24 && y % 64 < 40 && (x * 7 / 16 + y / 64) % 3 > 0 && x > 20 && x < 236;
        int at = 3 * (y * TILE + x);
        double depth = kind.equals("LABEL") ? 0 : Math.clamp(tissue, 0, 1);
        rgb[at] = (byte) (ink ? 30 : 244 - 110 * depth);
        rgb[at + 1] = (byte) (ink ? 30 : 242 - 190 * depth);
        rgb[at + 2] = (byte) (ink ? 40 : 246 - 80 * depth);
      }
    }
    return rgb;
  }
}
