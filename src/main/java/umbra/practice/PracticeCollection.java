package umbra.practice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import umbra.dicom.DataSet;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.write.DicomWriter;
import umbra.practice.object.PracticeReport;
import umbra.practice.picture.BurnedImages;
import umbra.practice.picture.EnhancedCt;
import umbra.practice.picture.PracticeImages;
import umbra.practice.study.CtVolume;
import umbra.practice.study.Person;
import umbra.practice.study.PracticeUids;
import umbra.practice.study.Study;

/// A small collection to learn and to test with: CT, MR, ultrasound, radiograph, photograph, enhanced multi-frame, reports,
/// documents, radiotherapy, segmentation, presentation state, waveforms, a slide, and a file nobody can read. The same seed gives the same bytes.
public final class PracticeCollection {
  private static final int CT_SLICES = 100;
  private static final int MR_SLICES = 24;
  private static final int CINE_FRAMES = 20;
  private static final int ENHANCED_FRAMES = 10;

  private final Path folder;
  private final long seed;
  private final PracticeUids uids;
  private final SplittableRandom random;
  private final AnswerKey key = new AnswerKey();
  private final List<Path> written = new ArrayList<>();

  private PracticeCollection(Path folder, long seed) {
    this.folder = folder;
    this.seed = seed;
    this.uids = new PracticeUids(seed);
    this.random = new SplittableRandom(seed);
  }

  /// Writes the collection into `folder/files` and the keys to `folder/answer-key.csv` and `folder/burned-in.csv`, over what an earlier run left.
  ///
  /// @return the files written, without the key
  public static List<Path> write(Path folder, long seed) throws IOException {
    var collection = new PracticeCollection(folder, seed);
    collection.writeAll();
    return collection.written;
  }

  private void writeAll() throws IOException {
    var objects = new PracticeObjects(seed);
    var images = new PracticeImages(uids, random);
    var first = Person.invent(random);
    var second = Person.invent(random);
    var third = Person.invent(random);

    var trunk = Study.invent(first, "CT trunk", uids, random);
    var series = uids.next();
    var frame = uids.next();
    var slices = new ArrayList<String>();
    for (int i = 0; i < CT_SLICES; i++) {
      var slice = images.ctSlice(trunk, series, frame, i, CT_SLICES);
      slices.add(slice.text(Tags.SOP_INSTANCE_UID).orElseThrow());
      write("ct/slice%03d.dcm".formatted(i + 1), slice);
    }
    write("ct/enhanced.dcm", EnhancedCt.of(trunk, ENHANCED_FRAMES, uids, random));
    write("sr/report.dcm", PracticeReport.of(trunk, uids));
    write(objects.over(new CtVolume(trunk, series, frame, slices)), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

    var head = Study.invent(second, "MR head", uids, random);
    series = uids.next();
    frame = uids.next();
    for (int i = 0; i < MR_SLICES; i++) write("mr/slice%02d.dcm".formatted(i + 1), images.mrSlice(head, series, frame, i, MR_SLICES));
    var burned = new BurnedImages(uids, random);
    write("us/cine.dcm", burned.cine(Study.invent(second, "US heart", uids, random), CINE_FRAMES));

    var chest = Study.invent(third, "Chest PA", uids, random);
    var plate = images.radiograph(chest);
    write("dx/chest.dcm", plate);
    write(objects.over(chest, plate), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    write("xc/skin.dcm", images.photograph(Study.invent(third, "Skin", uids, random)));
    write(objects.of(second), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    write(objects.slide(third), TransferSyntax.JPEG_BASELINE);
    for (int number = 4; number <= 7; number++) {
      var person = Person.invent(random);
      more("p" + number, person, images, burned);
      if (number != 5) write("p" + number + "/cine.dcm", burned.cine(Study.invent(person, "US control", uids, random), 10));
    }
    writeUnreadable("broken/unreadable.dcm");
    Files.writeString(folder.resolve("burned-in.csv"), key.burnedCsv());
    Files.writeString(folder.resolve("answer-key.csv"), key.csv());
  }

  /// Two studies of one more subject.
  private void more(String where, Person person, PracticeImages images, BurnedImages burned) throws IOException {
    var chest = Study.invent(person, "Chest AP", uids, random);
    write(where + "/plate.dcm", burned.plate(chest));
    write(where + "/report.dcm", PracticeReport.of(chest, uids));
    var head = Study.invent(person, "MR head control", uids, random);
    var series = uids.next();
    var frame = uids.next();
    for (int i = 0; i < 6; i++) write(where + "/mr%d.dcm".formatted(i + 1), images.mrSlice(head, series, frame, i, 6));
    for (int i = 1; i <= 3; i++) write(where + "/screen%d.dcm".formatted(i), burned.screenshot(head, i));
  }

  private void write(String name, BurnedImages.Made made) throws IOException {
    write(name, made.dataSet());
    for (var text : made.texts()) key.add("files/" + name, text);
  }

  private void write(Map<String, DataSet> made, TransferSyntax syntax) throws IOException {
    for (var one : made.entrySet()) write(one.getKey(), one.getValue(), syntax);
  }

  private void write(String name, DataSet dataSet) throws IOException {
    write(name, dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
  }

  private void write(String name, DataSet dataSet, TransferSyntax syntax) throws IOException {
    var path = path(name);
    new DicomWriter().write(DicomWriter.newFile(dataSet, syntax), path);
    key.add("files/" + name, dataSet);
    written.add(path);
  }

  /// A preamble, the prefix, and then a promise that nothing keeps.
  private void writeUnreadable(String name) throws IOException {
    var path = path(name);
    var bytes = new byte[160];
    System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, bytes, 128, 4);
    for (int i = 132; i < bytes.length; i++) bytes[i] = (byte) 0xFF;
    Files.write(path, bytes);
    written.add(path);
  }

  private Path path(String name) throws IOException {
    var path = folder.resolve("files").resolve(name);
    Files.createDirectories(path.getParent());
    return path;
  }
}
