package umbra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import umbra.app.fx.FxExtension;
import umbra.catalog.SourceRow.Outcome;
import umbra.catalog.Totals;
import umbra.referee.Referee;
import umbra.workspace.intake.CorpusManifest;

/// The whole corpus dropped on the window: what the window counts is what the manifest says, and once is enough.
@Tag("referee")
@ExtendWith(FxExtension.class)
class CorpusDropTest {
  @TempDir
  private Path folder;
  private Path corpus;
  private DeskStage stage;

  @BeforeEach
  void open() {
    corpus = Referee.corpus().toAbsolutePath().normalize();
    stage = new DeskStage(folder);
  }

  @AfterEach
  void close() throws InterruptedException {
    if (stage != null) stage.close();
  }

  private Totals totals() {
    return FxExtension.onFx(() -> stage.desk.session().orElseThrow().collection().totals().get());
  }

  @Test
  void aDroppedCorpusIsCountedAsItsManifestSaysAndASecondDropAddsNothing(FxRobot robot) throws Exception {
    stage.take(corpus);
    var shown = totals();
    var rows = rows();
    var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
    rows.values().forEach(o -> outcomes.merge(o, 1, Integer::sum));
    assertEquals(outcomes.get(Outcome.INSTANCE).longValue(), shown.instances());
    assertTrue(shown.quarantined() >= outcomes.get(Outcome.QUARANTINED), shown::toString);
    stage.picture("corpus-dropped");

    FxExtension.onFx(() -> {
      stage.desk.take(List.of(corpus));
      return null;
    });
    DeskStage.await(() -> !stage.desk.jobs().isBusy());

    assertEquals(shown, totals());
    assertEquals(rows, rows());
  }

  /// What became of each file of the manifest, checked against what the manifest says of it.
  private Map<String, Outcome> rows() throws Exception {
    var rows = new TreeMap<String, Outcome>();
    var sources = stage.desk.session().orElseThrow().workspace().catalog().sources();
    var manifest = CorpusManifest.read(corpus);
    for (var path : manifest.keySet()) {
      var row = sources.find(corpus.resolve(path).toString(), "");
      assertTrue(row.isPresent(), path + " is neither in the catalogue nor in quarantine");
      CorpusManifest.check(path, manifest.get(path), row.get());
      if (row.get().outcome() == Outcome.QUARANTINED) assertFalse(row.get().reason().isBlank(), path);
      rows.put(path, row.get().outcome());
    }
    return rows;
  }
}
