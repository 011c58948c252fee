package umbra.deid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import umbra.deid.compile.RuleSet;
import umbra.deid.identifier.IdentifierWords;
import umbra.deid.identifier.Identifiers;
import umbra.deid.rule.Profile;
import umbra.deid.rule.ProfileOption;
import umbra.deid.substitute.Ages;
import umbra.deid.substitute.Coherence;
import umbra.deid.substitute.DateShift;
import umbra.deid.substitute.KeptText;
import umbra.deid.substitute.Substitutes;
import umbra.deid.substitute.TextShapes;
import umbra.deid.value.Pseudonyms;
import umbra.deid.value.SourceSubject;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.TagPath;
import umbra.dicom.Tags;

/// Plans what a profile does to Data Sets. Pure: nothing is written, the source is untouched. Safe for use by several threads.
public final class Planner {
  private final RuleSet rules;
  private final Pseudonyms pseudonyms;
  private final Stamp stamp;
  private final TextShapes shapes = new TextShapes();

  public Planner(Profile profile, Pseudonyms pseudonyms) {
    this.rules = new RuleSet(profile);
    this.pseudonyms = pseudonyms;
    this.stamp = new Stamp(profile);
  }

  public Profile profile() {
    return rules.profile();
  }

  public Pseudonyms pseudonyms() {
    return pseudonyms;
  }

  /// Odd values are never an error: they become remarks.
  public Plan plan(DataSet dataSet, Facts facts) {
    var work = work(dataSet, facts);
    var elements = new Walk(work).elements(dataSet, rules.root(dataSet.text(Tags.SOP_CLASS_UID)), Frame.TOP);
    var marked = stamp.on(Coherence.of(dataSet.withElements(elements), dataSet), dataSet, facts, work.findings());
    return new Plan(dataSet, marked, work.findings().decisions(), work.findings().retention(), work.findings().tops(), work.findings().remarks());
  }

  private Work work(DataSet dataSet, Facts facts) {
    var source = SourceSubject.of(dataSet);
    var subject = pseudonyms.subject(source);
    var ages = new Ages(profile().ages().capYears(), profile().ages().stepYears());
    var shift = new DateShift(subject.offsetDays());
    var kept = new KeptText(pseudonyms, shift, !profile().has(ProfileOption.RETAIN_UIDS), dates());
    return new Work(rules, new Substitutes(pseudonyms, subject, shift, ages, source), facts, identifiers(dataSet), new Texts(kept, shapes), new Findings());
  }

  private KeptText.Dates dates() {
    return profile().has(ProfileOption.RETAIN_FULL_DATES) ? KeptText.Dates.KEPT : profile().has(ProfileOption.RETAIN_MODIFIED_DATES) ? KeptText.Dates.MOVED : KeptText.Dates.REMOVED;
  }

  /// What may not stay in texts.
  private IdentifierWords identifiers(DataSet dataSet) {
    return IdentifierWords.of(Identifiers.of(dataSet), !profile().has(ProfileOption.RETAIN_INSTITUTION_IDENTITY));
  }

  /// The effective rule of an element, and where it comes from.
  ///
  /// @param dataSet the instance it stands in: its SOP Class, and its Private Creators, matter
  public RuleExplanation explain(DataSet dataSet, TagPath where) {
    return new Walk(work(dataSet, Facts.NONE)).explain(dataSet, rules.root(dataSet.text(Tags.SOP_CLASS_UID)), where);
  }

  /// What one walk works with.
  record Work(RuleSet rules, Substitutes substitutes, Facts facts, IdentifierWords identifiers, Texts texts, Findings findings) {
    KeptText keptText() {
      return texts.kept();
    }

    TextShapes shapes() {
      return texts.shapes();
    }
  }

  /// How texts that stay are looked through.
  record Texts(KeptText kept, TextShapes shapes) {}

  /// What is found on the way.
  static final class Findings {
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final java.util.Map<Tag, Retention> tops = new java.util.HashMap<>();
    private Retention before = Retention.NONE;
    private int kept;
    private int cleaned;
    private int replaced;
    private int removed;

    void kept() {
      kept++;
    }

    void decide(Frame frame, Tag tag, Action action, String rule) {
      switch (action) {
        case Action.Keep _, Action.Within _ -> kept++;
        case Action.Remove _ -> removed++;
        case Action.Empty _ -> replaced++;
        case Action.Replace(_, boolean clean) -> {
          if (clean) cleaned++;
          else replaced++;
        }
        case Action.Add _ -> {}
      }
      decisions.add(new Decision(frame.path(tag), action, new RuleId(rule)));
    }

    /// All since the last call came from this element of the top and what is nested in it.
    void closeTop(Tag tag) {
      var now = retention();
      var share = new Retention(now.kept() - before.kept(), now.cleaned() - before.cleaned(), now.replaced() - before.replaced(), now.removed() - before.removed());
      before = now;
      tops.merge(tag, share, Retention::plus);
    }

    java.util.Map<Tag, Retention> tops() {
      return tops;
    }

    void remark(Frame frame, Tag tag, Remark.Kind kind) {
      remarks.add(new Remark(frame.path(tag), kind));
    }

    List<Decision> decisions() {
      return decisions;
    }

    List<Remark> remarks() {
      return remarks;
    }

    Retention retention() {
      return new Retention(kept, cleaned, replaced, removed);
    }
  }
}
