package umbra.ocr.tesseract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessOcrEngineMode;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.TessAPI1;
import umbra.ocr.model.NativeFolder;
import umbra.ocr.read.Crop;
import umbra.ocr.read.Reading;

/// Reads one line with Tesseract. For several threads: each borrows an engine of its own, since making one reads the whole model.
public final class TesseractReader implements AutoCloseable {
  private static final int LETTERS = 36;
  private static final int MARGIN = 10;
  private static final int LONGEST = 4000;

  private final Path tessdata;
  private final ConcurrentLinkedQueue<TessBaseAPI> idle = new ConcurrentLinkedQueue<>();

  private TesseractReader(Path tessdata) {
    this.tessdata = tessdata;
  }

  /// @throws IOException if the libraries cannot be unpacked or loaded
  public static TesseractReader open(NativeFolder cache) throws IOException {
    var reader = new TesseractReader(TesseractLibraries.unpack(cache));
    try {
      reader.idle.add(reader.engine());
    } catch (LinkageError e) {
      throw new IOException("Tesseract cannot be loaded: " + e.getMessage(), e);
    }
    return reader;
  }

  private TessBaseAPI engine() throws IOException {
    var engine = TessAPI1.TessBaseAPICreate();
    if (TessAPI1.TessBaseAPIInit2(engine, tessdata.toString(), "eng", TessOcrEngineMode.OEM_LSTM_ONLY) != 0) {
      TessAPI1.TessBaseAPIDelete(engine);
      throw new IOException(tessdata + ": Tesseract cannot read its model; delete the folder and start again");
    }
    TessAPI1.TessBaseAPISetVariable(engine, "debug_file", System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    TessAPI1.TessBaseAPISetPageSegMode(engine, TessPageSegMode.PSM_SINGLE_LINE);
    return engine;
  }

  /// @param crop upright
  public Reading read(Crop crop) throws IOException {
    var page = LinePage.of(crop, LETTERS, MARGIN, LONGEST);
    var engine = idle.poll();
    if (engine == null) engine = engine();
    try {
      TessAPI1.TessBaseAPISetImage(engine, page.pixels(), page.width(), page.height(), 1, page.width());
      TessAPI1.TessBaseAPISetSourceResolution(engine, 150);
      var pointer = TessAPI1.TessBaseAPIGetUTF8Text(engine);
      if (pointer == null) return Reading.NOTHING;
      var text = pointer.getString(0, "UTF-8").strip();
      TessAPI1.TessDeleteText(pointer);
      float score = text.isEmpty() ? 0 : Math.max(0, TessAPI1.TessBaseAPIMeanTextConf(engine)) / 100f;
      return new Reading(text, score, 0);
    } finally {
      TessAPI1.TessBaseAPIClear(engine);
      idle.add(engine);
    }
  }

  /// What Tesseract says of itself.
  public String version() {
    return TessAPI1.TessVersion();
  }

  @Override
  public void close() {
    for (var engine = idle.poll(); engine != null; engine = idle.poll()) {
      TessAPI1.TessBaseAPIEnd(engine);
      TessAPI1.TessBaseAPIDelete(engine);
    }
  }

}
