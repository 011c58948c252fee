package umbra.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomFormatException;
import umbra.dicom.Place;
import umbra.dicom.Tags;
import umbra.dicom.VR;
import umbra.dicom.Value;
import umbra.io.ByteSlice;

class FrameIndexTest {
  /// Fragments as they lie in a file: 8 bytes of Item header, then so many bytes; those marked begin a code stream.
  private static List<ByteSlice> fragments(int... lengths) {
    int total = 0;
    for (int l : lengths) total += 8 + Math.abs(l);
    var bytes = new byte[total];
    var file = ByteSlice.of(bytes);
    var fragments = new ArrayList<ByteSlice>();
    int at = 0;
    for (int l : lengths) {
      at += 8;
      if (l < 0) System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, 0, bytes, at, 3);
      fragments.add(file.slice(at, Math.abs(l)));
      at += Math.abs(l);
    }
    return fragments;
  }

  private static ByteSlice table(int width, long... offsets) {
    var bytes = ByteBuffer.allocate(width * offsets.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long o : offsets) {
      if (width == 4) bytes.putInt((int) o);
      else bytes.putLong(o);
    }
    return ByteSlice.of(bytes.array());
  }

  private static FrameIndex index(DataSet dataSet, ByteSlice table, List<ByteSlice> fragments, int frames) {
    return FrameIndex.of(dataSet, new Value.Fragments(table, fragments), frames, Place.of("memory"));
  }

  @Test
  void aBasicOffsetTableTellsFramesOfSeveralFragments() throws DicomFormatException {
    var fragments = fragments(10, 20, 30, 40);

    var index = index(DataSet.EMPTY, table(4, 0, 46), fragments, 2);

    assertEquals(FrameIndex.Basis.BASIC_OFFSET_TABLE, index.basis());
    assertEquals(fragments.subList(0, 2), index.fragments(0));
    assertEquals(fragments.subList(2, 4), index.fragments(1));
  }

  @Test
  void theExtendedOffsetTableComesFirst() throws DicomFormatException {
    var fragments = fragments(10, 20, 30);
    var extended = DataSet.of(DataElement.ofBytes(Tags.EXTENDED_OFFSET_TABLE, VR.OV, table(8, 0, 18).toArray()));

    var index = index(extended, ByteSlice.EMPTY, fragments, 2);

    assertEquals(FrameIndex.Basis.EXTENDED_OFFSET_TABLE, index.basis());
    assertEquals(fragments.subList(1, 3), index.fragments(1));
  }

  @Test
  void aTableThatPointsBesideTheFragmentsIsNotUsed() throws DicomFormatException {
    var fragments = fragments(10, 20);

    for (var wrong : List.of(table(4, 0, 17), table(4, 0, 0), table(4, 18, 0), table(4, 0), table(4, 0, 0xFFFF_FFF0L))) {
      var index = index(DataSet.EMPTY, wrong, fragments, 2);

      assertEquals(FrameIndex.Basis.ONE_FRAGMENT_A_FRAME, index.basis());
      assertTrue(index.isTableIgnored());
      assertEquals(fragments.subList(1, 2), index.fragments(1));
    }
  }

  @Test
  void withoutATableCodeStreamsTellTheFrames() throws DicomFormatException {
    var fragments = fragments(-20, 12, -20, -20, 14);

    var index = index(DataSet.EMPTY, ByteSlice.EMPTY, fragments, 3);

    assertEquals(FrameIndex.Basis.CODE_STREAMS, index.basis());
    assertEquals(fragments.subList(3, 5), index.fragments(2));
  }

  @Test
  void allFragmentsAreTheOnlyFrame() throws DicomFormatException {
    var fragments = fragments(10, 20, 30);

    assertEquals(fragments, index(DataSet.EMPTY, ByteSlice.EMPTY, fragments, 1).fragments(0));
  }

  @Test
  void fragmentsThatDoNotTellAreAnErrorOfTheFrame() {
    var index = index(DataSet.EMPTY, ByteSlice.EMPTY, fragments(10, 20, 30), 2);

    assertThrows(DicomFormatException.class, () -> index.fragments(0));
    assertThrows(DicomFormatException.class, () -> index(DataSet.EMPTY, ByteSlice.EMPTY, List.of(), 1).fragments(0));
  }
}
