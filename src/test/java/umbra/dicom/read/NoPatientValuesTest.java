package umbra.dicom.read;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import umbra.dicom.DicomException;
import umbra.io.ByteSource;

/// Messages and notes hold Tags, offsets and counts: never what stands in the file.
class NoPatientValuesTest {
  private static final String CANARY = "QZPLANTED";

  @Test
  void neitherErrorsNorNotesRepeatAValue() {
    var bytes = Bytes.file("1.2.840.10008.1.2.1").explicit("0008,0060", "CS", CANARY).explicit("0008,1140", "SQ",
            Bytes.little().item(Bytes.little().explicit("0010,0010", "PN", CANARY).explicit("0010,0020", "LO", CANARY).toArray()).toArray())
        .explicit("0010,0010", "PN", CANARY + "^NAME").explicit("0010,0020", "LO", CANARY).explicit("0028,0010", "US", CANARY).toArray();
    var random = new Random(11);
    int errors = 0;
    int notes = 0;

    for (int i = 0; i < 20_000; i++) {
      var damaged = bytes.clone();
      int from = i % 2 == 0 ? 0 : 132;
      for (int k = 0; k < 3; k++) damaged[from + random.nextInt(damaged.length - from)] = (byte) random.nextInt();
      try {
        for (var note : new DicomReader(ReadOptions.LENIENT).read(ByteSource.of(damaged)).notes()) {
          notes++;
          assertFalse(note.toString().contains("QZ"), note::toString);
        }
        new DicomReader(ReadOptions.STRICT).read(ByteSource.of(damaged));
      } catch (DicomException e) {
        errors++;
        assertFalse(e.getMessage().contains("QZ"), e::getMessage);
      }
    }

    assertTrue(errors > 1000 && notes > 1000, "the damage was seen");
  }
}
