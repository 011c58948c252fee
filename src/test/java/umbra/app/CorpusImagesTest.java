package umbra.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import umbra.app.fx.FxExtension;
import umbra.app.fx.Screens;
import umbra.app.viewer.ViewerStage;
import umbra.app.viewer.tile.TileContent;
import umbra.app.viewer.tile.TileViewModel;
import umbra.pixel.codec.ffmpeg.VideoStreams;
import umbra.referee.Referee;

/// Real images of each kind in the viewer; pictures of all are in `target/screens` for a person to look at.
@ExtendWith(FxExtension.class)
class CorpusImagesTest {
  private static final LinkedHashMap<String, List<String>> SHOWN = new LinkedHashMap<>();

  static {
    SHOWN.put("ct", List.of("ct/CT-MONO2-16-brain.dcm"));
    SHOWN.put("ct-lossy", List.of("ct/MAROTECH_CT_JP2Lossy.dcm"));
    SHOWN.put("mr", List.of("mr/MR-MONO2-16-knee.dcm"));
    SHOWN.put("us", List.of("us"));
    SHOWN.put("monochrome1", List.of("cr-dx/CR-MONO1-10-chest.dcm"));
    SHOWN.put("radiograph", List.of("cr-dx/RG3_J2KI.dcm"));
    SHOWN.put("mammogram", List.of("mg/MG1_J2KI"));
    SHOWN.put("enhanced", List.of("enhanced-mf/eCT_Supplemental.dcm"));
    SHOWN.put("enhanced-mr", List.of("enhanced-mf/emri_small.dcm"));
    SHOWN.put("heart", List.of("mr/MR-MONO2-8-16x-heart.dcm"));
    SHOWN.put("video", List.of("derived/video_h264_high41_4.102.dcm"));
    SHOWN.put("rt-image", List.of("rt/rtkit_phantom/RI1.3.6.1.4.1.2452.6.1107101752.1196638073.1182285704.1503840883.dcm"));
    SHOWN.put("rt-dose", List.of("rt/py_rtdose.dcm"));
    SHOWN.put("palette", List.of("sc/OT-PAL-8-face.dcm"));
    SHOWN.put("colour", List.of("sc/GDCMJ2K_TextGBR.dcm"));
    SHOWN.put("colour-16", List.of("sc/SC_rgb_16bit.dcm"));
    SHOWN.put("overlays", List.of("overlay-icon/MR-SIEMENS-DICOM-WithOverlays.dcm"));
    SHOWN.put("eye", List.of("op/VL4_J2KI"));
    SHOWN.put("pet", List.of("pet-nm/lung.dcm"));
    SHOWN.put("nuclear", List.of("pet-nm/NM1_RLE"));
    SHOWN.put("damaged", List.of("malformed/invalid_compression.dcm"));
    SHOWN.put("truncated", List.of("malformed/MR_truncated.dcm"));
  }

  @Test
  void eachKindOfImageIsShownOrSaysWhyNot(FxRobot robot) throws Exception {
    var corpus = Referee.corpus();
    var stage = FxExtension.onFx(() -> new ViewerStage(900, 640, new VideoStreams()));
    try {
      for (var entry : SHOWN.entrySet()) {
        var path = corpus.resolve(entry.getValue().getFirst());
        stage.show(Files.isDirectory(path) ? ViewerStage.in(path).stream().limit(12).toList() : List.of(found(path)));
        stage.settled();
        FxExtension.onFx(() -> {
          Screens.snapshot(stage.stage.getScene(), "image-" + entry.getKey());
          return null;
        });
        var content = FxExtension.onFx(() -> stage.viewer.model().active().get().content().get());
        switch (entry.getKey()) {
          case "damaged", "truncated" -> assertTrue(!assertInstanceOf(TileContent.Failed.class, content, entry.getKey()).reason().isBlank());
          case "video" -> {} // needs this process's class path for the decoder; what it says else is in the picture
          default -> assertEquals(0, assertInstanceOf(TileContent.Frame.class, content, entry.getKey()).index());
        }
      }
    } finally {
      FxExtension.onFx(() -> {
        stage.close();
        return null;
      });
    }
  }

  @Test
  void aVideoStepsFrameByFrameAndPlays(FxRobot robot) throws Exception {
    var file = Referee.corpus().resolve("derived/video_h264_high41_4.102.dcm");
    var stage = FxExtension.onFx(() -> new ViewerStage(900, 640, new VideoStreams()));
    try {
      stage.show(List.of(file));
      stage.settled();
      var tile = FxExtension.onFx(() -> stage.viewer.model().active().get());
      var first = pixels(tile);
      robot.type(KeyCode.DOWN).type(KeyCode.DOWN);
      stage.settled();
      assertEquals(2, FxExtension.onFx(() -> tile.index().get()));
      assertFalse(Arrays.equals(first, pixels(tile)), "another picture");
      robot.type(KeyCode.UP).type(KeyCode.UP);
      stage.settled();
      assertArrayEquals(first, pixels(tile), "the same picture again");

      robot.type(KeyCode.C);
      ViewerStage.await(() -> tile.index().get() >= 5);
      robot.type(KeyCode.C);
      assertFalse(FxExtension.onFx(() -> stage.viewer.model().cine().playing().get()));
    } finally {
      FxExtension.onFx(() -> {
        stage.close();
        return null;
      });
    }
  }

  /// Of the frame in front.
  private static float[] pixels(TileViewModel tile) throws Exception {
    return FxExtension.onFx(() -> {
      var frame = tile.frame().orElseThrow();
      var plane = frame.stored();
      var values = new float[plane.columns() * plane.samples() * 40];
      for (int i = 0; i < values.length; i++) values[i] = plane.at(i * 17 % (plane.rows() * plane.columns() * plane.samples()));
      return values;
    });
  }

  /// Some names of the corpus come with an ending, some without.
  private static Path found(Path path) throws Exception {
    if (Files.exists(path)) return path;
    try (var all = Files.list(path.getParent())) {
      return all.filter(p -> p.getFileName().toString().startsWith(path.getFileName().toString())).sorted().findFirst().orElseThrow();
    }
  }
}
