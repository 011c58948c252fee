package umbra.deid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umbra.deid.Fixture.ct;
import static umbra.deid.Fixture.element;
import static umbra.deid.Fixture.planner;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umbra.deid.profile.ProfileException;
import umbra.deid.profile.ProfileReader;
import umbra.deid.rule.Profile;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;
import umbra.dicom.VR;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.referee.Referee;

/// Which of several rules holds, and that the rule that is told is the one that is applied.
class ExplainedRulesTest {
  private static final String MAKER = "Philips Imaging DD 001";
  private static final Tag STACKS = Tag.of(0x2001, 0x105F);
  private static final Tag KERNEL = Tag.of(0x0018, 0x1210);

  /// A shipped profile with rules of a curator in front of its own.
  private static Profile copied(String name, String... rules) throws Exception {
    var text = Files.readString(Path.of("profiles", name + ".yaml"));
    var own = "rules:\n" + String.join("", List.of(rules).stream().map(r -> "  - {" + r + "}\n").toList());
    return ProfileReader.read("copy.yaml", text.replace("rules:\n", own).getBytes(StandardCharsets.UTF_8));
  }

  private static DataSet nested() {
    var inner = DataSet.of(element(0x0018_1210, VR.SH, "B70"), element(0x0018_1030, VR.LO, "head"));
    var item = DataSet.of(element(0x2001_0010, VR.LO, MAKER), element(0x2001_1099, VR.LO, "mine"), element(0x0018_1210, VR.SH, "B60"), DataElement.ofItems(Tag.of(0x0008, 0x1140), List.of(inner)));
    return ct(element(0x0018_1210, VR.SH, "B50"), element(0x2001_0010, VR.LO, MAKER), DataElement.ofItems(STACKS, List.of(item)));
  }

  @Test
  void aRuleOnAPathThroughAPrivateSequenceHoldsThereAndNowhereElse() throws Exception {
    var profile = copied("midi-research", "path: '2001,xx5F[" + MAKER + "].ConvolutionKernel', replace: OTHER", "path: '2001,xx5F[" + MAKER + "].2001,xx99[" + MAKER + "]', action: K",
        "path: '2001,xx5F[" + MAKER + "].ReferencedImageSequence.ConvolutionKernel', action: X");
    var plan = planner(profile).plan(nested(), Facts.NONE);
    var item = plan.result().items(STACKS).getFirst();
    assertEquals(Optional.of("B50"), plan.result().text(KERNEL));
    assertEquals(Optional.of("OTHER"), item.text(KERNEL));
    assertEquals(Optional.of("mine"), item.text(Tag.of(0x2001, 0x1099)));
    assertFalse(item.items(Tag.of(0x0008, 0x1140)).getFirst().contains(KERNEL));
    for (var decision : plan.decisions()) {
      if (isOfARule(decision)) assertEquals(decision.rule(), planner(profile).explain(nested(), decision.where()).rule(), decision.where().toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"path: '2001,xx5F.ConvolutionKernel', action: X", "path: '2002,xx5F[A].ConvolutionKernel', action: X", "path: 'ContentSequence.ContentSequence.TextValue', action: X", "path: 'ConvolutionKernel.', action: X",
      "path: '.ConvolutionKernel', action: X"})
  void aPathThatCouldNeverBePassedIsRefusedWithItsLine(String rule) throws Exception {
    try {
      copied("ps315-basic", rule);
      assertTrue(false, rule);
    } catch (ProfileException e) {
      assertTrue(e.getMessage().contains("copy.yaml"), e.getMessage());
    }
  }

  @Test
  void pathBeatsTagAndTagBeatsVrAndOfTwoAlikeTheOneForTheSopClass() throws Exception {
    var source = ct(element(0x0018_1210, VR.SH, "B50"), element(0x0018_1250, VR.SH, "COIL"), DataElement.ofItems(Tag.of(0x0008, 0x1140), List.of(DataSet.of(element(0x0018_1210, VR.SH, "B60")))));
    var profile = copied("midi-research", "vr: SH, replace: BYVR", "tag: ConvolutionKernel, replace: BYTAG", "path: ReferencedImageSequence.ConvolutionKernel, replace: BYPATH",
        "vr: SH, sop-class: " + Fixture.CT + ", replace: VRCT");
    var result = planner(profile).plan(source, Facts.NONE).result();
    assertEquals(Optional.of("BYTAG"), result.text(KERNEL));
    assertEquals(Optional.of("VRCT"), result.text(Tag.of(0x0018, 0x1250)));
    assertEquals(Optional.of("BYPATH"), result.items(Tag.of(0x0008, 0x1140)).getFirst().text(KERNEL));
    var mr = planner(profile).plan(source.with(element(0x0008_0016, VR.UI, "1.2.840.10008.5.1.4.1.1.4")), Facts.NONE).result();
    assertEquals(Optional.of("BYVR"), mr.text(Tag.of(0x0018, 0x1250)));
  }

  @Test
  void ofRulesForPrivateElementsTheMoreExactOneHoldsAndOnlyInItsSopClass() throws Exception {
    var block = new DataElement[] {element(0x0029_0010, VR.LO, "A MAKER"), element(0x0029_1001, VR.LO, "one"), element(0x0029_1002, VR.LO, "two")};
    var profile = copied("ps315-basic", "private: A MAKER, action: K", "private: A MAKER, element: '0029,xx02', action: X", "private: A MAKER, element: '0029,xx01', sop-class: 1.2.840.10008.5.1.4.1.1.4, replace: OTHER");
    var result = planner(profile).plan(ct(block), Facts.NONE).result();
    assertEquals(Optional.of("one"), result.text(Tag.of(0x0029, 0x1001)));
    assertFalse(result.contains(Tag.of(0x0029, 0x1002)));
    var mr = planner(profile).plan(ct(block).with(element(0x0008_0016, VR.UI, "1.2.840.10008.5.1.4.1.1.4")), Facts.NONE).result();
    assertEquals(Optional.of("OTHER"), mr.text(Tag.of(0x0029, 0x1001)));
  }

  /// What a walk adds of its own: creators that nothing is left of, marks.
  private static boolean isOfARule(Decision decision) {
    var tag = decision.where().tag();
    return !(decision.action() instanceof Action.Add) && (!tag.isPrivate() || tag.element() >= 0x1000) && !decision.rule().text().startsWith("private element outside");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ps315-basic", "midi-research", "strict", "tcia"})
  @org.junit.jupiter.api.Tag("referee")
  void whatIsToldOfAnElementIsWhatIsDone(String name) throws Exception {
    var planner = planner(copied(name, "path: RequestAttributesSequence.RequestedProcedureID, action: K", "vr: UT, action: X", "private: SIEMENS MED SMS, action: X"));
    var files = new ArrayList<>(Referee.corpusFiles());
    Collections.shuffle(files, new Random(4711));
    int compared = 0;
    for (var file : files.subList(0, 120)) {
      try (var read = new DicomReader(ReadOptions.LENIENT).read(file)) {
        var plan = planner.plan(read.dataSet(), Facts.NONE);
        var decided = new HashSet<TagPath>();
        int most = 60;
        for (var decision : plan.decisions()) {
          decided.add(decision.where());
          if (!isOfARule(decision) || most-- <= 0) continue;
          assertEquals(decision.rule(), planner.explain(read.dataSet(), decision.where()).rule(), file + " " + decision.where());
          compared++;
        }
        for (var element : read.dataSet()) {
          var where = TagPath.of(element.tag());
          if (element.isEmpty() || element.tag().isGroupLength() || element.tag().isPrivateCreator() || decided.contains(where) || read.dataSet().findAll(element.tag()).size() > 1) continue;
          assertFalse(planner.explain(read.dataSet(), where).effect().equals("removed"), file + " " + where + " stays");
          compared++;
        }
      } catch (DicomException _) {
        // not for a plan
      }
    }
    assertTrue(compared > 3_000, "compared " + compared);
  }
}
