package umbra.object.document.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import umbra.object.document.EncapsulatedDocument;

class CleaningTest {
  private static final Decider NOTHING = _ -> Optional.empty();

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aCdaKeepsItsFrameAndWhatWasDecidedAndLosesPeopleInstancesAndDays() throws Exception {
    var cda = bytes("""
        <?xml version="1.0"?><!-- by QZ1 --><?app QZ2?>
        <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
        <id root="1.2.3.QZ3" extension="QZ4"/><code code="11528-7" codeSystem="2.16.840.1.113883.6.1" displayName="QZ5"/><effectiveTime value="QZ6"/>
        <recordTarget typeCode="RCT"><patientRole><id extension="QZ7"/><patient><name><given>QZ8</given></name><administrativeGenderCode code="QZ9"/></patient></patientRole></recordTarget>
        <component><section><title>Findings</title><text>No lesion<br/>in QZA</text><observation classCode="OBS"><value xsi:type="PQ" value="27" unit="mm"/></observation></section></component></ClinicalDocument>
        """);

    var made = new String(XmlCleaning.clean(cda, new XmlCleaning.Deciders(t -> List.of("Findings", "No lesion", "27").contains(t) ? Optional.of(t) : Optional.empty(), NOTHING, NOTHING)), StandardCharsets.UTF_8);

    assertFalse(made.contains("QZ"), made);
    for (var kept : List.of("POCD_HD000040", "code=\"11528-7\"", "typeCode=\"RCT\"", "<title>Findings</title>", "No lesion", "xsi:type=\"PQ\"", "value=\"27\" unit=\"mm\"", "<patientRole>")) assertTrue(made.contains(kept), kept + " in " + made);
  }

  @Test
  void daysAreAskedForWhereverTheyStandAndQuantitiesAreNoDays() throws Exception {
    var cda = bytes("""
        <ClinicalDocument><effectiveTime value="20200102"/><recordTarget><patient><birthTime value="1961"/></patient></recordTarget><author><time value="202001021530+0100"/></author>
        <effectiveTime><low value="20200101"/><high value="20200109"/></effectiveTime><value><low value="3.5"/></value></ClinicalDocument>
        """);

    var made = new String(XmlCleaning.clean(cda, new XmlCleaning.Deciders(NOTHING, t -> Optional.of("D" + t), t -> Optional.of("B" + t))), StandardCharsets.UTF_8);

    for (var moved : List.of("D20200102\"", "B1961", "D202001021530+0100", "D20200101", "D20200109")) assertTrue(made.contains(moved), moved + " in " + made);
    assertFalse(made.contains("3.5"), made);
  }

  @Test
  void whatIsNotWellFormedIsRefused() {
    assertThrows(XMLStreamException.class, () -> XmlCleaning.clean(bytes("<a><b></a>"), new XmlCleaning.Deciders(NOTHING, NOTHING, NOTHING)));
  }

  @Test
  void theTextsToDecideAboutAreThoseThatMayStay() throws Exception {
    var document = new EncapsulatedDocument("text/xml", "", bytes("<ClinicalDocument><id root='1.2'/><recordTarget><name>DOE</name></recordTarget><title>Report</title></ClinicalDocument>"));

    assertEquals(List.of("Report"), DocumentPieces.of(document));
  }

  @Test
  void aModelKeepsItsGeometryAndLosesItsWords() {
    var obj = "# made for QZ1\nmtllib QZ2.mtl\no QZ3\nv 1 2.5 -3e-2\nvn 0 0 1\nusemtl QZ4\nf 1/1/1 2/2/2 3/3/3\nunknown QZ5\n";

    var made = new String(ModelCleaning.clean(bytes(obj), NOTHING), StandardCharsets.UTF_8);

    assertEquals("mtllib part1\no part2\nv 1 2.5 -3e-2\nvn 0 0 1\nusemtl part3\nf 1/1/1 2/2/2 3/3/3\n\n", made);
    assertTrue(new String(ModelCleaning.clean(bytes("solid QZ\nfacet normal 0 0 1\nendsolid QZ\n"), NOTHING), StandardCharsets.UTF_8).startsWith("solid part1\nfacet normal 0 0 1\nendsolid part1"));
  }

  @Test
  void aBinaryStlLosesItsHeaderAndAttributesOnly() {
    var stl = new byte[84 + 50];
    System.arraycopy(bytes("printed for QZ"), 0, stl, 0, 14);
    stl[80] = 1;
    stl[90] = 7;
    stl[132] = 'Q';

    var made = ModelCleaning.clean(stl, NOTHING);

    assertEquals(0, made[0]);
    assertEquals(1, made[80]);
    assertEquals(7, made[90]);
    assertEquals(0, made[132]);
  }
}
