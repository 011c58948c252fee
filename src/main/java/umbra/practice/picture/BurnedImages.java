package umbra.practice.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.VR;
import umbra.practice.study.PracticeUids;
import umbra.practice.study.Study;

/// Images with text in their pixels, and what that text is.
public final class BurnedImages {
  private static final String US_MULTIFRAME_IMAGE = "1.2.840.10008.5.1.4.1.1.3.1";
  private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";
  private static final String CR_IMAGE = "1.2.840.10008.5.1.4.1.1.1";
  /// The Tag of Frame Time (0018,1063) as the value of an AT.
  private static final byte[] FRAME_TIME = {0x18, 0, 0x63, 0x10};

  /// An image and the text in it.
  public record Made(DataSet dataSet, List<BurnedText> texts) {}

  private final PracticeUids uids;
  private final SplittableRandom random;
  private final PixelFont font = new PixelFont();

  public BurnedImages(PracticeUids uids, SplittableRandom random) {
    this.uids = uids;
    this.random = random;
  }

  /// A cine loop with name and number all the time, and a referring physician on a few frames in the middle.
  public Made cine(Study study, int frames) {
    int columns = 320;
    int rows = 240;
    var person = study.person();
    var texts = List.of(
        BurnedText.of(spoken(person.name()), 6, 6, 2, true).on(1, frames), BurnedText.of(person.id() + "  " + study.date(), 6, 24, 2, true).on(1, frames),
        BurnedText.of("MI 1.2  TIS 0.4", 6, rows - 16, 2, false).on(1, frames),
        BurnedText.of("REF " + spoken(person.referringPhysician()), 40, rows / 2, 1, true).on(frames * 2 / 5, frames * 3 / 5));
    var samples = new byte[frames * rows * columns * 3];
    for (int frame = 0; frame < frames; frame++) {
      var one = Phantom.ultrasound(columns, rows, (double) frame / frames, random);
      for (var text : texts) if (text.firstFrame() <= frame + 1 && frame + 1 <= text.lastFrame()) draw(text, columns, rows, at -> {
        one[3 * at] = (byte) 230;
        one[3 * at + 1] = (byte) 230;
        one[3 * at + 2] = (byte) 210;
      });
      System.arraycopy(one, 0, samples, frame * one.length, one.length);
    }
    return new Made(PracticeImages.colour(study.instance(US_MULTIFRAME_IMAGE, "US", uids.next(), 1, uids.next(), 1), rows, columns)
        .text("ImageType", "ORIGINAL\\PRIMARY").text("BurnedInAnnotation", "YES").text("PatientOrientation", "").text("LossyImageCompression", "00")
        .text("NumberOfFrames", Integer.toString(frames)).text("FrameTime", "40")
        .element(DataElement.ofBytes(Tag.of(0x0028, 0x0009), VR.AT, FRAME_TIME)).element(DataElement.ofBytes(Tags.PIXEL_DATA, VR.OB, samples)).dataSet(), texts);
  }

  /// A screenshot of a workstation: every corner written on, size and place by number.
  public Made screenshot(Study study, int number) {
    int side = 512;
    var person = study.person();
    int scale = 1 + number % 3;
    var texts = new ArrayList<>(List.of(
        BurnedText.of(spoken(person.name()), 8, 8 + 20 * (number % 4), scale, true), BurnedText.of("DOB " + person.birthDate(), 8, 120 + 10 * number, 1, true),
        BurnedText.of("PRACTICE HOSPITAL OF NOWHERE", 300, 8, 1, true), BurnedText.of("10 CM", 8, side - 30, 2, false), BurnedText.of("120 KV", 420, side - 30, 2, false)));
    if (number % 2 == 0) texts.add(BurnedText.of(person.id(), 300, 30, 2, true));
    var samples = Phantom.mrSlice(side, 0.5, random);
    for (int i = 0; i < samples.length; i++) samples[i] = (short) Math.min(255, samples[i] / 8);
    for (var text : texts) draw(text, side, side, at -> samples[at] = 255);
    return new Made(PracticeImages.monochrome(study.instance(SECONDARY_CAPTURE, "OT", uids.next(), 7, uids.next(), number), side, side, "MONOCHROME2", 8, false)
        .text("ConversionType", "WSD").text("PatientOrientation", "").text("BurnedInAnnotation", "YES").pixels(samples).dataSet(), texts);
  }

  /// A plate with the technician's label in a corner; Burned In Annotation does not admit it.
  public Made plate(Study study) {
    int side = 768;
    var person = study.person();
    var texts = List.of(BurnedText.of(spoken(person.name()), 420, 20, 3, true), BurnedText.of(study.date(), 420, 50, 3, true), BurnedText.of("R", 30, 30, 8, false));
    var samples = Phantom.radiograph(side, random);
    for (var text : texts) draw(text, side, side, at -> samples[at] = 4000);
    return new Made(PracticeImages.monochrome(study.instance(CR_IMAGE, "CR", uids.next(), 1, uids.next(), 1), side, side, "MONOCHROME2", 12, false)
        .text("ImageType", "ORIGINAL\\PRIMARY").text("BodyPartExamined", "CHEST").text("ViewPosition", "AP").text("PatientOrientation", "").text("WindowCenter", "2000")
        .text("WindowWidth", "4000").text("BurnedInAnnotation", "NO").pixels(samples).dataSet(), texts);
  }

  private static String spoken(String name) {
    return name.replace('^', ' ').strip().replaceAll(" +", " ");
  }

  private void draw(BurnedText text, int columns, int rows, java.util.function.IntConsumer ink) {
    font.draw(text.text(), text.x(), text.y(), text.scale(), (x, y) -> {
      if (x < columns && y < rows) ink.accept(y * columns + x);
    });
  }
}
