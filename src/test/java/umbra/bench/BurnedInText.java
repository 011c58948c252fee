package umbra.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import umbra.dicom.Tags;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.ocr.Box;
import umbra.ocr.Effort;
import umbra.ocr.TextFinder;
import umbra.ocr.engine.OcrEngine;
import umbra.ocr.judge.Scales;
import umbra.ocr.judge.SubjectWords;
import umbra.ocr.judge.TextClass.Suspicion;
import umbra.ocr.judge.TextJudge;
import umbra.ocr.judge.Vocabulary;
import umbra.pixel.Checkpoint;
import umbra.pixel.codec.Codecs;
import umbra.pixel.codec.FrameReader;
import umbra.pixel.codec.ffmpeg.Htj2kDecoder;
import umbra.pixel.codec.ffmpeg.VideoStreams;
import umbra.pixel.codec.jpeg.JpegDecoder;
import umbra.pixel.codec.jpeg2000.Jpeg2000Decoder;
import umbra.pixel.codec.jpeg2000.ParallelFor;
import umbra.pixel.codec.jpegls.JpegLsDecoder;
import umbra.pixel.codec.plain.PlainDecoder;
import umbra.pixel.codec.rle.RleDecoder;
import umbra.pixel.render.Picture;
import umbra.pixel.render.Renderer;

/// The texts of `corpus/burned-in-text.csv`: which of them are found and flagged, with and without the header. The list has no kinds, so what
/// identifies is said here.
public final class BurnedInText {
  /// Dates, times, and what a person read as name, identifier, age, institution or initials of staff on these images.
  private static final Pattern IDENTIFYING = Pattern.compile("\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}|\\d{1,2}:\\d{2}:\\d{2}|\\d{1,2}-[A-Z]{3}-\\d{2}|\\d{1,2} JAN \\d{2}|Apr 30|09;25;00|^\\d\\d:\\d\\d$"
      + "|ZZZ|MARY|WESTWAY|000474|^0721$|110/1112|127/1281|120907058|26 151832|3155|616205|9261|^9123|Ex: 2414|DOB|BAPTIST|CCHS|CLEVELAND|JFK|WVAMC|[CM]K/[SH]|^M 49|^M 63|M/39|^OB$|97-1-22|^ID:");

  /// @param words identifying lines; `found` covered by half, `flagged` covered by half by what is suspect or unclear; `tesseract` covered by half by words
  ///     that the plain program finds, 0 if it was not asked
  public record Row(String file, int all, int words, int found, int flagged, int tesseract, List<String> missed) {}

  private record Label(int frame, Box box, String text) {}

  private final Path corpus;
  private final TextFinder finder = new OcrEngine(Path.of("target/umbra/models"), Path.of("target/ocr-cache"));
  private final TextJudge judge;
  private final Codecs codecs = new Codecs(List.of(new RleDecoder(), new PlainDecoder(), new JpegDecoder(), new JpegLsDecoder(), new Jpeg2000Decoder(ParallelFor.SEQUENTIAL, Optional.empty()), new Htj2kDecoder()), List.of());
  private final Map<String, List<Label>> labels = new LinkedHashMap<>();

  public BurnedInText(Path corpus) throws IOException {
    this.corpus = corpus;
    this.judge = new TextJudge(Vocabulary.read(Path.of("profiles/text/words.yaml")));
    try (var rows = de.siegmar.fastcsv.reader.CsvReader.builder().ofNamedCsvRecord(corpus.resolve("burned-in-text.csv"), StandardCharsets.UTF_8)) {
      for (var row : rows) {
        var box = new Box(number(row.getField("x")), number(row.getField("y")), Math.max(1, number(row.getField("w"))), Math.max(1, number(row.getField("h"))));
        labels.computeIfAbsent(row.getField("path"), _ -> new ArrayList<>()).add(new Label(number(row.getField("frame")), box, row.getField("text")));
      }
    }
  }

  /// Whether a line of the list says who was seen, when, where or by whom.
  public static boolean isIdentifying(String line) {
    return IDENTIFYING.matcher(line).find();
  }

  private static int number(String text) {
    return Integer.parseInt(text.strip());
  }

  public List<String> files() {
    return List.copyOf(labels.keySet());
  }

  /// Looks at the frames of one file that have labels.
  public Row row(String name) throws IOException {
    return row(name, _ -> List.of());
  }

  /// Another program that finds words in a picture.
  private interface Peer {
    List<Box> words(Picture picture) throws IOException;
  }

  private static List<Box> tesseract(Picture picture) throws IOException {
    var image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
    var file = Files.createTempFile("umbra-frame", ".png");
    try {
      ImageIO.write(image, "png", file.toFile());
      return TesseractPage.boxes(file);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while tesseract looked", e);
    } finally {
      Files.delete(file);
    }
  }

  private Row row(String name, Peer peer) throws IOException {
    var mine = labels.get(name);
    var missed = new ArrayList<String>();
    int identifying = 0;
    int found = 0;
    int flagged = 0;
    int tesseract = 0;
    try (var file = new DicomReader(ReadOptions.LENIENT).read(corpus.resolve(name)); var frames = FrameReader.open(file, codecs, new VideoStreams())) {
      var subject = SubjectWords.of(file.dataSet());
      var modality = file.dataSet().text(Tags.MODALITY).orElse("");
      for (int frame : mine.stream().map(Label::frame).distinct().toList()) {
        var picture = new Renderer(file.dataSet(), frames.image(), name).picture(frames.frame(frame, Checkpoint.NONE), frame, Optional.empty(), false);
        var texts = OcrBench.texts(finder, picture, Effort.THOROUGH);
        var scales = Scales.of(texts);
        var all = texts.stream().map(t -> t.box()).toList();
        var left = texts.stream().filter(t -> judge.judge(t, scales, subject, modality).textClass().suspicion() != Suspicion.HARMLESS).map(t -> t.box()).toList();
        var words = peer.words(picture);
        for (var label : mine) {
          if (label.frame() != frame || !isIdentifying(label.text())) continue;
          identifying++;
          if (OcrBench.covered(label.box(), all) >= 0.5) found++;
          if (OcrBench.covered(label.box(), words) >= 0.5) tesseract++;
          if (OcrBench.covered(label.box(), left) >= 0.5) flagged++;
          else missed.add(label.text());
        }
      }
    }
    return new Row(name, mine.size(), identifying, found, flagged, tesseract, missed);
  }

  /// Prints all, plain Tesseract on the same pictures beside.
  static void run(Path corpus) throws IOException {
    var bench = new BurnedInText(corpus);
    int words = 0;
    int found = 0;
    int flagged = 0;
    int tesseract = 0;
    System.out.printf("%-48s %6s %12s %6s %8s %10s  missed%n", "burned-in-text.csv", "lines", "identifying", "found", "flagged", "tesseract");
    for (var file : bench.files()) {
      var row = bench.row(file, BurnedInText::tesseract);
      System.out.printf("%-48s %6d %12d %6d %8d %10d  %s%n", file, row.all(), row.words(), row.found(), row.flagged(), row.tesseract(), row.missed().isEmpty() ? "" : row.missed());
      words += row.words();
      found += row.found();
      flagged += row.flagged();
      tesseract += row.tesseract();
    }
    System.out.printf("all %d identifying lines: %d found, %d flagged; tesseract --psm 11 found %d%n", words, found, flagged, tesseract);
  }
}
