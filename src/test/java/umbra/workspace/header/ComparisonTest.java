package umbra.workspace.header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import umbra.dicom.DataSet;
import umbra.dicom.VR;
import umbra.workspace.header.Comparison.Difference;

class ComparisonTest {
  private static List<String> differing(DataSet left, DataSet right) {
    var lines = Comparison.of(Samples.header(left), Samples.header(right), HeaderSearchTest.NOBODY);
    return Comparison.differing(lines).stream().map(l -> l.either().key() + " " + l.difference()).toList();
  }

  @Test
  void theSameHeaderDiffersNowhere() {
    assertEquals(List.of(), differing(Samples.patient(), Samples.patient()));
  }

  @Test
  void valuesAndOneSidedElementsAreTold() {
    var other = Samples.patient().with(Samples.text(0x0008, 0x0020, VR.DA, "20260104")).without(umbra.dicom.Tags.PATIENT_NAME)
        .with(Samples.text(0x0010, 0x0020, VR.LO, "X"));

    assertEquals(List.of("(0008,0020) " + Difference.DIFFERENT, "(0010,0010) " + Difference.ONLY_LEFT, "(0010,0020) " + Difference.ONLY_RIGHT),
        differing(Samples.patient(), other));
  }

  @Test
  void aDifferenceInAnItemMarksItsParents() {
    var left = Samples.manyItems(3);
    var right = Samples.manyItems(4);

    assertEquals(List.of("(0010,1002) " + Difference.DIFFERENT, "(0010,1002)[3] " + Difference.ONLY_RIGHT, "(0010,1002)[3].(0010,0020) " + Difference.ONLY_RIGHT),
        differing(left, right));
  }

  @Test
  void allLinesAreThereToo() {
    var lines = Comparison.of(Samples.header(Samples.patient()), Samples.header(Samples.patient()), HeaderSearchTest.NOBODY);

    assertTrue(lines.stream().allMatch(l -> l.left().isPresent() && l.right().isPresent()));
    assertEquals(12, lines.size());
  }
}
