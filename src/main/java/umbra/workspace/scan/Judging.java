package umbra.workspace.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import umbra.catalog.finding.Finding;
import umbra.dicom.DataSet;
import umbra.dicom.Tags;
import umbra.ocr.TextBox;
import umbra.ocr.judge.Scales;
import umbra.ocr.judge.SubjectWords;
import umbra.ocr.judge.TextClass;
import umbra.ocr.judge.TextClass.Suspicion;
import umbra.ocr.judge.TextJudge;
import umbra.ocr.judge.Verdict;

/// Makes findings of what was seen. The same sight, header and rules always give the same findings.
final class Judging {
  private final TextJudge judge;
  private final SubjectWords subject;
  private final String modality;
  private final DataSet header;

  Judging(TextJudge judge, DataSet header) {
    this.judge = judge;
    this.subject = SubjectWords.of(header);
    this.header = header;
    this.modality = header.text(Tags.MODALITY).orElse("");
  }

  /// Names all rules: findings of another version are to be judged anew.
  static String version(TextJudge judge) {
    return judge.version() + "; specks " + TissueSpecks.VERSION;
  }

  List<Finding> findings(Sight sight) {
    var found = new FoundTexts();
    var scales = scales(sight.texts());
    var specks = TissueSpecks.isTissue(header) ? specks(sight.texts(), scales) : TissueSpecks.NONE;
    for (var seen : sight.texts()) {
      if (seen.isWritten()) found.add(seen.tagPath(), seen.first(), seen.last(), seen.text(), judge.judgeWritten(seen.text().text(), subject, modality));
      else look(found, seen, specks.of(seen.text(), judge.judge(seen.text(), scales, subject, modality)));
    }
    var all = new ArrayList<>(found.findings());
    all.addAll(sight.failures());
    return List.copyOf(all);
  }

  /// Numbers along rulers, picture by picture.
  private static Set<TextBox> scales(List<Seen> texts) {
    var pictures = new HashMap<String, List<TextBox>>();
    for (var seen : texts) if (!seen.isWritten()) pictures.computeIfAbsent(seen.tagPath() + ' ' + seen.first() + ' ' + seen.last(), _ -> new ArrayList<>()).add(seen.text());
    var scales = Collections.<TextBox>newSetFromMap(new IdentityHashMap<>());
    pictures.values().forEach(picture -> scales.addAll(Scales.of(picture)));
    return scales;
  }

  private TissueSpecks specks(List<Seen> texts, Set<TextBox> scales) {
    return TissueSpecks.of(texts.stream().filter(s -> !s.isWritten()).map(Seen::text).filter(t -> judge.judge(t, scales, subject, modality).textClass() == TextClass.MARK).toList());
  }

  private static void look(FoundTexts found, Seen seen, Verdict verdict) {
    var text = seen.text();
    boolean isCovered = found.covers(seen.tagPath(), seen.first(), seen.last(), text.box());
    boolean isSuspect = verdict.textClass().suspicion() == Suspicion.SUSPECT && seen.first() == seen.last();
    if (!isCovered || isSuspect) found.add(seen.tagPath(), seen.first(), seen.last(), text, verdict);
  }
}
