package umbra.mutation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import org.junit.jupiter.api.Test;
import umbra.dicom.DataSet;
import umbra.dicom.Text;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.dicom.write.DicomWriter;
import umbra.io.ByteSource;

/// The reader on damaged files: `-Dumbra.mutations=N` damages more than the default.
class ReaderMutationTest {
  private static final int MUTATIONS = Integer.getInteger("umbra.mutations", 150_000);
  private static final long LONGEST_SEED = 40_000;

  @Test
  void damagedFilesAreReadOrRefusedAndWhatWasReadIsWrittenBackExactly() throws Exception {
    var seeds = Seeds.own();
    seeds.putAll(Seeds.corpus(LONGEST_SEED));
    var bounds = new Bounds();
    int each = Math.max(1, MUTATIONS / seeds.size());

    for (var seed : seeds.entrySet()) {
      var mutator = new Mutator(seed.getKey().hashCode());
      for (int i = 0; i < each; i++) {
        var bytes = mutator.mutate(seed.getValue());
        bounds.hold(seed.getKey() + " #" + i, 64L << 20, () -> readAndWriteBack(bytes));
      }
    }

    System.out.printf("damaged files: %d read, of which %d were refused%n", bounds.inputs(), bounds.refused());
    assertTrue(bounds.refused() > 0 && bounds.refused() < bounds.inputs());
  }

  private static void readAndWriteBack(byte[] bytes) throws IOException {
    var file = new DicomReader(ReadOptions.LENIENT).read(ByteSource.of(bytes));
    lookAtAll(file.dataSet());
    var out = new ByteArrayOutputStream(bytes.length);
    new DicomWriter().write(file, Channels.newChannel(out));
    assertArrayEquals(bytes, out.toByteArray(), () -> java.util.HexFormat.of().formatHex(bytes) + file + file.notes());
  }

  private static void lookAtAll(DataSet dataSet) {
    var sets = dataSet.characterSets();
    for (var element : dataSet) {
      Text.values(element, sets);
      element.items().forEach(ReaderMutationTest::lookAtAll);
    }
  }
}
