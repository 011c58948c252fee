package umbra.app.review.box;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umbra.catalog.finding.RegionRow;
import umbra.job.DirectJobRunner;
import umbra.job.OrderedJobRunner;
import umbra.pixel.redact.region.Box;
import umbra.workspace.review.DeviceGroup;
import umbra.workspace.review.ReviewSample;

/// Boxes without a toolkit: every step ends in the catalogue.
class BoxesViewModelTest {
  @TempDir
  Path folder;

  private ReviewSample sample;
  private BoxesViewModel model;
  private FanViewModel fan;

  @BeforeEach
  void open() throws Exception {
    sample = new ReviewSample(folder);
    var direct = new DirectJobRunner();
    model = new BoxesViewModel(sample.review, new BoxStore(sample.review, sample.areas(), direct), new DeviceGroup(sample.workspace.catalog(), sample.files), new OrderedJobRunner(direct), direct);
    fan = new FanViewModel(model, sample.files, direct);
    model.look(Optional.of(new Front(sample.stack("1.1"), 1)));
  }

  @AfterEach
  void close() {
    sample.close();
  }

  private List<RegionRow> stored() {
    return sample.review.regions().page(0, 100);
  }

  private Box only() {
    var row = stored().getFirst();
    return new Box(row.x(), row.y(), row.width(), row.height());
  }

  @Test
  void whatIsDrawnIsStoredAndSelectedAndCutToTheImage() {
    model.draw(new Box(50, 40, 30, 30));
    assertEquals(new Box(50, 40, 14, 8), only());
    assertEquals(stored(), List.of(model.selected().get().orElseThrow()));
    assertEquals(stored(), model.store().on(sample.stack("1.1").instance(1), 0));
    assertEquals(List.of(), model.store().on(sample.stack("1.1").instance(0), 0), "not on the image before");
  }

  @Test
  void aHeldKeyIsOneStep() {
    model.draw(new Box(10, 10, 5, 5));
    for (int i = 0; i < 8; i++) model.nudge(1, 0, 0, 0);
    assertEquals(new Box(10, 10, 5, 5), only(), "nothing is stored while the key is held");
    model.settle();
    assertEquals(new Box(18, 10, 5, 5), only());
    model.undo();
    assertEquals(new Box(10, 10, 5, 5), only());
    model.redo();
    assertEquals(new Box(18, 10, 5, 5), only());
  }

  @Test
  void aBoxNeverLeavesTheImageByKeys() {
    model.draw(new Box(10, 10, 5, 5));
    model.nudge(-99, 99, 0, 0);
    model.settle();
    assertEquals(new Box(0, 43, 5, 5), only());
    model.nudge(0, 0, 999, -99);
    model.settle();
    assertEquals(new Box(0, 43, 64, 1), only());
  }

  @Test
  void aWideBoxIsOnItsInstanceUntilItWasLookedAt() {
    model.reach().set(Reach.SERIES);
    model.draw(new Box(1, 1, 5, 5));
    assertTrue(stored().getFirst().instance() > 0, "never lost while somebody looks");
    assertTrue(model.wish().get().orElseThrow().words().contains("3 instances"));
    model.refuse();
    assertTrue(stored().getFirst().instance() > 0);
    model.reachOut();
    model.grant();
    assertEquals(1, stored().size());
    assertEquals(0, stored().getFirst().instance());
    model.undo();
    assertTrue(stored().getFirst().instance() > 0, "one step back");
  }

  @Test
  void aBoxForTheDeviceGoesOnAllItsSeriesAtOneStroke() {
    model.reach().set(Reach.GROUP);
    model.draw(new Box(1, 1, 5, 5));
    assertTrue(model.wish().get().orElseThrow().words().startsWith("2 series"), model.wish().get().orElseThrow().words());
    model.grant();
    assertEquals(2, stored().size());
    model.undo();
    assertEquals(1, stored().size());
  }

  @Test
  void aRangeOfFramesGoesOverTheImagesOfTheSeries() {
    model.reach().set(Reach.FRAMES);
    model.first().set(2);
    model.last().set(3);
    model.draw(new Box(1, 1, 5, 5));
    assertEquals(List.of(sample.stack("1.1").instance(1).id(), sample.stack("1.1").instance(2).id()), stored().stream().map(RegionRow::instance).toList());
  }

  @Test
  void tabWalksTheBoxesOfTheFrameAndLeavesAfterTheLast() {
    model.draw(new Box(1, 1, 5, 5));
    model.duplicate();
    model.select(Optional.empty());
    assertTrue(model.selectNext(1));
    assertTrue(model.selectNext(1));
    assertFalse(model.selectNext(1));
    assertTrue(model.selectNext(-1));
    model.delete();
    assertEquals(List.of(new Box(1, 1, 5, 5)), List.of(only()));
    assertEquals(1, stored().size());
  }

  @Test
  void scrollingOnStoresWhatIsInHand() {
    model.draw(new Box(1, 1, 5, 5));
    model.nudge(3, 0, 0, 0);
    model.look(Optional.of(new Front(sample.stack("1.1"), 2)));
    assertEquals(new Box(4, 1, 5, 5), only());
    assertTrue(model.selected().get().isEmpty(), "it lies on another image");
  }

  @Test
  void keepingOnlyTheFanIsOneStep() {
    fan.begin();
    assertTrue(fan.fan().get().isPresent());
    fan.move(0, 20, 8);
    fan.apply();
    assertTrue(stored().size() > 3, () -> stored().toString());
    assertTrue(fan.fan().get().isEmpty());
    model.undo();
    assertEquals(List.of(), stored());
  }

  @Test
  void theTrueAreaIsKnownWhileABoxIsDragged() {
    var instance = sample.stack("1.1").instance(1);
    model.hold(new Held(instance, 0, Optional.empty(), new Box(2, 2, 9, 9)));
    model.store().plan(instance, model.held().get());
    var plan = model.store().plan(instance, model.held().get());
    assertTrue(plan.isPresent());
    model.drop();
    assertEquals(List.of(), stored());
    assertTrue(model.store().plan(instance, model.held().get()).isEmpty());
  }
}
