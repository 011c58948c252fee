package umbra.workspace.header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.VR;
import umbra.job.JobContext;
import umbra.workspace.header.HeaderSearch.Found;

class HeaderSearchTest {
  static final JobContext NOBODY = new JobContext() {
    @Override
    public void progress(long done, long total) {}

    @Override
    public void checkCancelled() {}
  };

  private static Found find(DataSet dataSet, String typed, HeaderFilter... filters) {
    return new HeaderSearch(HeaderQuery.of(typed), List.of(filters)).in(Samples.header(dataSet), NOBODY);
  }

  private static List<String> paths(Found found) {
    return found.hits().stream().map(Object::toString).toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      patient name; (0010,0010)
      patientname; (0010,0010)
      (0010,0010); (0010,0010)
      0010,0010; (0010,0010)
      00100010; (0010,0010)
      0x00100010; (0010,0010)
      anna weber; (0010,0010)
      3 jan; (0008,0020)
      b-18; (0010,1002)[1].(0010,0020)
      OtherPatientIDsSequence[1].PatientID; (0010,1002)[1].(0010,0020)
      (0010,1002)[0].(0010,0020); (0010,1002)[0].(0010,0020)
      gems_iden; (0009,0010)
      explicit vr; (0002,0010)
      """)
  void oneElementIsFoundBy(String typed, String path) {
    var found = paths(find(Samples.patient(), typed));

    assertTrue(found.contains(path), () -> typed + " found " + found);
    assertTrue(found.size() <= 2, () -> typed + " found " + found);
  }

  @Test
  void groupAndCommaFindTheGroup() {
    assertEquals(List.of("(0009,0010)", "(0009,1002)"), paths(find(Samples.patient(), "0009,")));
  }

  @Test
  void wordsInBytesAreFoundInOneAndTwoByteCharacters() {
    var dataSet = DataSet.of(DataElement.ofBytes(Tag.of(0x0009, 0x1001), VR.OB, "..Weber..".getBytes(StandardCharsets.US_ASCII)),
        DataElement.ofBytes(Tag.of(0x0009, 0x1002), VR.UN, "xWeber".getBytes(StandardCharsets.UTF_16LE)));

    assertEquals(2, find(dataSet, "weber").hits().size());
  }

  @Test
  void hitsAreListedBelowTheirParents() {
    var header = Samples.header(Samples.patient());
    var found = find(Samples.patient(), "hospital");

    var lines = HeaderLine.of(header, Set.of(), Set.of(), Optional.of(found), true);

    assertEquals(List.of("(0010,1002)", "(0010,1002)[1]", "(0010,1002)[1].(0010,0021)"), lines.stream().map(l -> l.node().key().toString()).toList());
    assertEquals(List.of(0, 1, 2), lines.stream().map(HeaderLine::depth).toList());
  }

  @Test
  void filtersJoin() {
    assertEquals(List.of("(0009,0010)", "(0009,1002)"), paths(find(Samples.patient(), "", HeaderFilter.PRIVATE)));
    assertEquals(List.of("(0008,0020)", "(0010,0010)"), paths(find(Samples.patient(), "", HeaderFilter.DATES, HeaderFilter.NAMES)));
    assertEquals(List.of("(0009,1002)"), paths(find(Samples.patient(), "weber", HeaderFilter.PRIVATE)));
    assertEquals(List.of("(0002,0010)"), paths(find(Samples.patient(), "", HeaderFilter.UIDS)));
  }

  @Test
  void aFilterByPathTakesItsWordFromOutside() {
    var changed = HeaderFilter.ofPaths("Changes", "", p -> p.tag().equals(Samples.STUDY_DATE));

    assertEquals(List.of("(0008,0020)"), paths(find(Samples.patient(), "", changed)));
  }

  @Test
  void closedSequencesCostNothingBelow() {
    var header = Samples.header(Samples.manyItems(10_000));

    assertEquals(2, HeaderLine.of(header, Set.of(), Set.of(), Optional.empty(), true).size());
    assertEquals(10_002, HeaderLine.of(header, Set.of(header.top().get(1).key()), Set.of(), Optional.empty(), true).size());
  }

  @Test
  void allTenThousandItemsAreSearched() {
    assertEquals(List.of("(0010,1002)[9876].(0010,0020)"), paths(find(Samples.manyItems(10_000), "id9876")));
  }
}
