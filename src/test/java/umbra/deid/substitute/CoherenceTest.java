package umbra.deid.substitute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Numbers;
import umbra.dicom.Tag;
import umbra.dicom.VR;

class CoherenceTest {
  private static final Tag DOCUMENT = Tag.of(0x0042, 0x0011);
  private static final Tag LENGTH = Tag.of(0x0042, 0x0015);
  private static final Tag SERIES = Tag.of(0x0008, 0x1115);
  private static final DataElement INSTANCE = DataElement.ofAscii(Tag.of(0x0008, 0x1155), VR.UI, "2.25.1");

  @ParameterizedTest
  @CsvSource({"application/pdf, %PDF", "text/XML, <?xml", "model/obj, # removed", "model/mtl, # removed", "application/x-unknown, %PDF"})
  void theStandInOfADocumentIsOfItsKindAndItsLengthIsSaid(String mimeType, String start) {
    var bytes = DummyDocument.bytes(mimeType);
    var source = document(mimeType, new byte[4711]);
    var left = source.with(DataElement.ofBytes(DOCUMENT, VR.OB, bytes));

    var whole = Coherence.of(left, source);

    assertTrue(new String(bytes, StandardCharsets.US_ASCII).startsWith(start));
    assertEquals(bytes.length, Numbers.binary(whole.find(LENGTH).orElseThrow(), 0));
    assertSame(source, Coherence.of(source, source), "a kept document keeps its length");
  }

  @Test
  void aBinaryModelHoldsAsManyTrianglesAsItSays() {
    assertEquals(80 + 4 + 50, DummyDocument.bytes("model/stl").length);
  }

  @Test
  void theListOfReferencesGoesWithTheLastReference() {
    var list = DataElement.ofItems(SERIES, List.of(DataSet.of(DataElement.ofItems(Tag.of(0x0008, 0x114A), List.of(DataSet.of(INSTANCE))))));
    var referring = DataSet.of(list, DataElement.ofItems(Tag.of(0x0008, 0x2112), List.of(DataSet.of(INSTANCE))));

    assertSame(referring, Coherence.of(referring, referring));
    assertFalse(Coherence.of(referring.without(Tag.of(0x0008, 0x2112)), referring).contains(SERIES));
  }

  private static DataSet document(String mimeType, byte[] bytes) {
    return DataSet.of(DataElement.ofAscii(DummyDocument.MIME_TYPE, VR.LO, mimeType), DataElement.ofBytes(DOCUMENT, VR.OB, bytes), DataElement.ofBytes(LENGTH, VR.UL, new byte[] {0x67, 0x12, 0, 0}));
  }
}
