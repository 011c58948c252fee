package umbra.pixel.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.VR;
import umbra.pixel.ImagePixel;
import umbra.pixel.Photometric;
import umbra.pixel.Raster;
import umbra.pixel.SampleType;
import umbra.pixel.render.Renderer;
import umbra.pixel.render.Window;

/// What the viewer paints is what [Renderer] makes.
class PainterTest {
  private static final int COLUMNS = 37;
  private static final int ROWS = 23;
  private static final Painter.Look PLAIN = new Painter.Look(Optional.empty(), false, true, true);

  private static DataElement us(String tag, int... values) {
    var bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int v : values) bytes.putShort((short) v);
    return DataElement.ofBytes(Tag.parse(tag), VR.US, bytes.array());
  }

  private static DataElement ds(Tag tag, String value) {
    return DataElement.ofAscii(tag, VR.DS, value);
  }

  private static ImagePixel image(Photometric photometric, int samples, int allocated, int stored, boolean signed) {
    return new ImagePixel(ROWS, COLUMNS, samples, photometric, SampleType.INTEGER, allocated, stored, stored - 1, signed, false, 1);
  }

  private static Raster raster(ImagePixel image) {
    var random = new SplittableRandom(3);
    int n = ROWS * COLUMNS * image.samples();
    Raster.Samples values;
    if (image.bitsAllocated() == 8) {
      var bytes = new byte[n];
      random.nextBytes(bytes);
      values = new Raster.Samples.Bytes(bytes, image.signed());
    } else {
      var shorts = new short[n];
      for (int i = 0; i < n; i++) shorts[i] = (short) random.nextInt();
      values = new Raster.Samples.Shorts(shorts, image.signed());
    }
    return new Raster(ROWS, COLUMNS, image.samples(), image.bitsStored(), image.signed(), image.photometric(), values);
  }

  private static int[] painted(Prepared prepared, ViewTransform view, Painter.Look look) {
    var argb = new int[view.viewWidth() * view.viewHeight()];
    new Painter().paint(prepared, view, look, argb);
    return argb;
  }

  private static void assertAsRendered(DataSet dataSet, ImagePixel image, Optional<Window> window) throws DicomException {
    var raster = raster(image);
    var expected = new Renderer(dataSet, image, "test").picture(raster, 0, window, true).argb();
    var prepared = Prepared.of(dataSet, image, raster, 0, "test");

    var view = ViewTransform.fit(COLUMNS, ROWS, 1, COLUMNS, ROWS);

    assertArrayEquals(expected, painted(prepared, view, new Painter.Look(window, false, true, true)));
  }

  @ParameterizedTest
  @EnumSource(Window.Function.class)
  void graysAreThoseOfTheRenderer(Window.Function function) throws DicomException {
    var dataSet = DataSet.of(ds(Tags.RESCALE_SLOPE, "1.7"), ds(Tags.RESCALE_INTERCEPT, "-1024"));
    var window = Optional.of(new Window(300, 2000, function));

    assertAsRendered(dataSet, image(Photometric.MONOCHROME2, 1, 16, 12, true), window);
    assertAsRendered(dataSet, image(Photometric.MONOCHROME1, 1, 16, 16, false), window);
    assertAsRendered(dataSet, image(Photometric.MONOCHROME2, 1, 8, 8, false), window);
  }

  @Test
  void statedWindowsTablesAndPercentilesAreTaken() throws DicomException {
    var gray = image(Photometric.MONOCHROME1, 1, 16, 12, false);
    var table = DataSet.of(us("0028,3002", 4, 100, 8), us("0028,3006", 0, 100, 50, 200));
    var modality = DataSet.of(us("0028,3002", 4, 100, 16), us("0028,3006", 0, 1000, 500, 2000));

    assertAsRendered(DataSet.of(ds(Tags.WINDOW_CENTER, "2000\\100"), ds(Tags.WINDOW_WIDTH, "500\\100")), gray, Optional.empty());
    assertAsRendered(DataSet.of(DataElement.ofItems(Tags.VOI_LUT_SEQUENCE, List.of(table))), gray, Optional.empty());
    assertAsRendered(DataSet.of(DataElement.ofItems(Tags.MODALITY_LUT_SEQUENCE, List.of(modality))), gray, Optional.empty());
    assertAsRendered(DataSet.of(us("0028,0120", 0)), gray, Optional.empty());
  }

  @Test
  void coloursAreThoseOfTheRenderer() throws DicomException {
    var palette = DataSet.of(us("0028,1101", 2, 0, 16), us("0028,1102", 2, 0, 16), us("0028,1103", 2, 0, 16),
        us("0028,1201", 0xFFFF, 0), us("0028,1202", 0x8000, 0xFFFF), us("0028,1203", 0, 0x1234));

    assertAsRendered(DataSet.EMPTY, image(Photometric.RGB, 3, 8, 8, false), Optional.empty());
    assertAsRendered(DataSet.EMPTY, image(Photometric.RGB, 3, 16, 16, false), Optional.empty());
    assertAsRendered(DataSet.EMPTY, image(Photometric.YBR_FULL, 3, 8, 8, false), Optional.empty());
    assertAsRendered(palette, image(Photometric.PALETTE_COLOR, 1, 8, 8, false), Optional.empty());
  }

  @Test
  void overlaysAreThoseOfTheRendererAndCanBeLeftOut() throws DicomException {
    var bits = new byte[(ROWS * COLUMNS + 15) / 16 * 2];
    bits[7] = 0x55;
    var dataSet = DataSet.of(us("6000,0010", ROWS), us("6000,0011", COLUMNS), us("6000,0050", 1, 1), DataElement.ofBytes(Tag.parse("6000,3000"), VR.OW, bits),
        ds(Tags.WINDOW_CENTER, "50000"), ds(Tags.WINDOW_WIDTH, "10"));
    var image = image(Photometric.MONOCHROME2, 1, 16, 12, false);
    var view = ViewTransform.fit(COLUMNS, ROWS, 1, COLUMNS, ROWS);

    assertAsRendered(dataSet, image, Optional.empty());
    for (int p : painted(Prepared.of(dataSet, image, raster(image), 0, "test"), view, new Painter.Look(Optional.empty(), false, false, true))) {
      assertEquals(0xFF00_0000, p);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyOrientationPutsEachPixelWhereTheTransformSays(boolean flipped) throws DicomException {
    var image = image(Photometric.RGB, 3, 8, 8, false);
    var prepared = Prepared.of(DataSet.EMPTY, image, raster(image), 0, "test");
    for (int turns = 0; turns < 4; turns++) {
      var view = new ViewTransform(COLUMNS, ROWS, 1, 60, 50, turns, flipped, 1, 15, 14, false);
      var argb = painted(prepared, view, PLAIN);
      for (int y = 0; y < 50; y++) {
        for (int x = 0; x < 60; x++) {
          var at = view.toImage(x + 0.5, y + 0.5);
          int ix = (int) Math.floor(at.x());
          int iy = (int) Math.floor(at.y());
          boolean inside = ix >= 0 && iy >= 0 && ix < COLUMNS && iy < ROWS;
          int expected = inside ? 0xFF000000 | (int) prepared.plane().at(ix, iy, 0) << 16 | (int) prepared.plane().at(ix, iy, 1) << 8
              | (int) prepared.plane().at(ix, iy, 2) : 0xFF000000;
          assertEquals(expected, argb[y * 60 + x], "turn " + turns + " at " + x + ", " + y);
        }
      }
    }
  }

  @Test
  void farOutEachPixelCountsAsMuchAsAnyOther() {
    var bytes = new byte[101 * 99];
    bytes[50 * 101 + 50] = (byte) 255; // one bright pixel that skipping would lose
    var plane = new Plane(99, 101, 1, new Raster.Samples.Bytes(bytes, false), false, 24, 24);
    var resampler = new Resampler();
    var view = ViewTransform.fit(101, 99, 1, 13, 13);

    resampler.resample(plane, view, true);

    double sum = 0;
    for (int y = resampler.top(); y < resampler.bottom(); y++) {
      for (int x = resampler.left(); x < resampler.right(); x++) sum += resampler.values()[resampler.index(x, y)];
    }
    double pixelsEach = 1 / (view.scale() * view.scale());
    assertEquals(255, sum * pixelsEach, 25);
  }

  @Test
  void closeUpNeighboursBlendOrStaySquare() {
    var plane = new Plane(1, 2, 1, new Raster.Samples.Bytes(new byte[] {0, 100}, false), false, 24, 24);
    var view = new ViewTransform(2, 1, 1, 40, 20, 0, false, 20, 1, 0.5, false);
    var smooth = new Resampler();
    var square = new Resampler();

    smooth.resample(plane, view, true);
    square.resample(plane, view, false);

    assertTrue(smooth.values()[smooth.index(20, 10)] > 45 && smooth.values()[smooth.index(20, 10)] < 60);
    assertEquals(0, square.values()[square.index(19, 10)]);
    assertEquals(100, square.values()[square.index(20, 10)]);
  }

  @Test
  void anImageOutOfSightLeavesAnEmptyView() throws DicomException {
    var image = image(Photometric.RGB, 3, 8, 8, false);
    var view = new ViewTransform(COLUMNS, ROWS, 1, 20, 20, 0, false, 1, -500, 10, false);

    for (int p : painted(Prepared.of(DataSet.EMPTY, image, raster(image), 0, "test"), view, PLAIN)) assertEquals(0xFF000000, p);
  }
}
