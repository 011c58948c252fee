package umbra.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFile;
import umbra.dicom.TagPath;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.VR;
import umbra.io.ByteSlice;
import umbra.io.ByteSource;

class ObjectTextTest {
  private static TextFamily family(String sopClass, String text) {
    return new TextFamily() {
      @Override
      public boolean holds(String sopClassUid, DataSet dataSet) {
        return sopClassUid.equals(sopClass);
      }

      @Override
      public List<TextItem> texts(DicomFile file) {
        return List.of(new TextItem(TagPath.of(Tags.PATIENT_NAME), "Name", text));
      }
    };
  }

  private static DicomFile file(DataSet meta, DataSet dataSet) {
    return new DicomFile(ByteSource.of(new byte[0]), ByteSlice.EMPTY, meta, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, dataSet, ByteSlice.EMPTY,
        ByteSlice.EMPTY, List.of());
  }

  @Test
  void theFirstFamilyThatKnowsTheClassReads() throws Exception {
    var texts = new ObjectText(List.of(family("1.1", "one"), family("1.2", "two"), family("1.2", "three")));

    var items = texts.of(file(DataSet.EMPTY, DataSet.of(DataElement.ofAscii(Tags.SOP_CLASS_UID, VR.UI, "1.2"))));

    assertEquals("two", items.orElseThrow().getFirst().text());
  }

  @Test
  void theClassOfTheFileMetaInformationStandsInForAMissingOne() {
    var texts = new ObjectText(List.of(family("1.1", "one")));

    assertEquals(true, texts.reads(file(DataSet.of(DataElement.ofAscii(Tags.MEDIA_STORAGE_SOP_CLASS_UID, VR.UI, "1.1")), DataSet.EMPTY)));
  }

  @Test
  void nothingIsSaidOfWhatNobodyKnows() throws Exception {
    var texts = new ObjectText(List.of(family("1.1", "one")));
    var file = file(DataSet.EMPTY, DataSet.EMPTY);

    assertFalse(texts.reads(file));
    assertEquals(Optional.empty(), texts.of(file));
  }
}
