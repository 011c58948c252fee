package umbra.workspace.scan;

import java.util.List;
import umbra.object.ObjectText;
import umbra.ocr.Effort;
import umbra.ocr.OcrResult;
import umbra.ocr.TextFinder;
import umbra.ocr.Workers;
import umbra.ocr.judge.TextJudge;
import umbra.ocr.judge.Vocabulary;
import umbra.pixel.Checkpoint;
import umbra.pixel.codec.TestCodecs;
import umbra.pixel.render.Picture;
import umbra.workspace.source.SourceFiles;

/// Sees the same in every picture.
public record FixedFinder(OcrResult result) implements TextFinder {
  @Override
  public OcrResult find(Picture picture, Effort effort, Workers workers, Checkpoint checkpoint) {
    return result;
  }

  @Override
  public String version() {
    return "fixed";
  }

  public static ScanImages images() {
    return new ScanImages(new SourceFiles(), TestCodecs.all(), TestCodecs.noVideo(), new ObjectText(List.of()));
  }

  public static SecondLook look(TextFinder finder) {
    return new SecondLook(images(), finder, new TextJudge(Vocabulary.empty()));
  }
}
