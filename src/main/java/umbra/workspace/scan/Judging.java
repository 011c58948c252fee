package umbra.workspace.scan;

import java.util.ArrayList;
import java.util.List;
import umbra.catalog.finding.Finding;
import umbra.dicom.DataSet;
import umbra.dicom.Tags;
import umbra.ocr.judge.SubjectWords;
import umbra.ocr.judge.TextClass.Suspicion;
import umbra.ocr.judge.TextJudge;

/// Makes findings of what was seen. The same sight, header and rules always give the same findings.
final class Judging {
  private final TextJudge judge;
  private final SubjectWords subject;
  private final String modality;

  Judging(TextJudge judge, DataSet header) {
    this.judge = judge;
    this.subject = SubjectWords.of(header);
    this.modality = header.text(Tags.MODALITY).orElse("");
  }

  List<Finding> findings(Sight sight) {
    var found = new FoundTexts();
    for (var seen : sight.texts()) {
      if (seen.isWritten()) found.add(seen.tagPath(), seen.first(), seen.last(), seen.text(), judge.judgeWritten(seen.text().text(), subject, modality));
      else look(found, seen);
    }
    var all = new ArrayList<>(found.findings());
    all.addAll(sight.failures());
    return List.copyOf(all);
  }

  private void look(FoundTexts found, Seen seen) {
    var text = seen.text();
    var verdict = judge.judge(text, subject, modality);
    boolean isCovered = found.covers(seen.tagPath(), seen.first(), seen.last(), text.box());
    boolean isSuspect = verdict.textClass().suspicion() == Suspicion.SUSPECT && seen.first() == seen.last();
    if (!isCovered || isSuspect) found.add(seen.tagPath(), seen.first(), seen.last(), text, verdict);
  }
}
