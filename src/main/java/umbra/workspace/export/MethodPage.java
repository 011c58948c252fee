package umbra.workspace.export;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import umbra.deid.Retention;
import umbra.deid.rule.ProfileOption;
import umbra.dicom.dict.UidNames;
import umbra.workspace.integrity.Ledger;

/// method.html: for people, how a version was made: what was checked, by which rules, by whom decisions are on record, and what was not.
record MethodPage(Records records) {
  private static final String STYLE = """
      :root{--ink:#1b2430;--soft:#5a6675;--line:#d9dfe6;--paper:#fff;--accent:#1f6f8b;--band:#f5f7f9}
      @media (prefers-color-scheme:dark){:root{--ink:#e4e9ef;--soft:#9aa7b5;--line:#2b3541;--paper:#12171d;--accent:#6cc3de;--band:#1a2129}}
      *{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 Inter,system-ui,sans-serif}
      main{max-width:54rem;margin:0 auto;padding:3rem 1.5rem 5rem}h1{font-size:1.9rem;margin:0 0 .2rem;letter-spacing:-.01em}h2{font-size:1.15rem;margin:2.6rem 0 .6rem}
      .under{color:var(--soft);margin:0 0 1.6rem}.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.8rem}
      .figures div{background:var(--band);border-radius:8px;padding:.8rem 1rem}.figures b{display:block;font-size:1.5rem;font-weight:600}.figures span{color:var(--soft);font-size:.85rem}
      table{width:100%;border-collapse:collapse;font-size:.92rem}th,td{text-align:left;padding:.45rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
      th{color:var(--soft);font-weight:500}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}code{font:.85em "JetBrains Mono",ui-monospace,monospace;word-break:break-all}
      .bar{display:flex;height:.9rem;border-radius:4px;overflow:hidden;margin:.4rem 0 .6rem}.bar i{display:block}.kept{background:#3b8f5a}.cleaned{background:#4f8fc0}.replaced{background:#c79a3a}.removed{background:#8a94a0}
      .key{color:var(--soft);font-size:.88rem}@media print{main{padding:0}.figures div{border:1px solid var(--line)}}
      """;

  String html() {
    var terms = records.terms();
    var page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
        .append(text(terms.collection())).append(" ").append(text(terms.version())).append(": method</title>\n<style>\n").append(STYLE).append("</style></head><body><main>\n");
    page.append("<h1>").append(text(terms.collection())).append("</h1>\n<p class=\"under\">Version ").append(text(terms.version())).append(" · how it was de-identified, checked and written</p>\n");
    figures(page);
    rules(page);
    fired(page);
    share(page);
    objects(page);
    ledger(page);
    references(page);
    checks(page);
    withheld(page);
    changes(page);
    page.append("<h2>Record</h2>\n<p>Every decision is in the audit trail of the workspace, a chain of hashes that only grows. Its head when this version was finished:</p>\n<p><code>")
        .append(text(records.head())).append("</code></p>\n</main></body></html>\n");
    return page.toString();
  }

  private void figures(StringBuilder page) {
    page.append("<div class=\"figures\">");
    figure(page, records.distinct(ManifestLine::patientId), "subjects");
    figure(page, records.distinct(ManifestLine::study), "studies");
    figure(page, records.distinct(ManifestLine::series), "series");
    figure(page, records.lines().size(), "instances");
    figure(page, records.lines().stream().filter(l -> l.pixels().equals("redacted")).count(), "with redacted pixels");
    page.append("</div>\n");
  }

  private static void figure(StringBuilder page, long number, String of) {
    page.append("<div><b>").append(String.format(Locale.ROOT, "%,d", number)).append("</b><span>").append(of).append("</span></div>");
  }

  private void rules(StringBuilder page) {
    var profile = records.terms().profile();
    page.append("<h2>Rules</h2>\n<p>").append(text(profile.title())).append(": profile <code>").append(text(profile.name())).append("</code>, version ").append(profile.version())
        .append(", on the tables of PS3.15 edition ").append(text(profile.edition())).append(". Rule set <code>").append(text(profile.hash())).append("</code></p>\n<table><tr><th>Code</th><th>Applied</th></tr>");
    for (var option : records.options()) page.append("<tr><td><code>").append(option.code()).append("</code></td><td>").append(text(option.meaning())).append("</td></tr>");
    page.append("</table>\n<ul><li>Identifiers and UIDs are derived with a secret key, the same for all instances and versions of this collection; UIDs are below 2.25.</li>");
    page.append(profile.has(ProfileOption.RETAIN_MODIFIED_DATES) ? "<li>Dates of each subject are moved by one number of days of its own" + (records.terms().wholeWeeks() ? ", a whole number of weeks" : "")
        + "; intervals are unchanged.</li>" : profile.has(ProfileOption.RETAIN_FULL_DATES) ? "<li>Dates are unchanged.</li>" : "<li>Dates are removed or replaced by dummies.</li>");
    page.append("<li>Elements no dictionary knows are never kept. Private elements are kept only if a list says that they are safe, and the profile allows it.</li></ul>\n");
  }

  /// Every rule that had an effect, with where.
  private void fired(StringBuilder page) {
    var rules = new TreeMap<String, TreeMap<String, Long>>();
    for (var line : records.prepared().lines()) rules.computeIfAbsent(line.rule() + " → " + line.action(), _ -> new TreeMap<>()).merge(line.tagPath() + " " + line.name(), line.count(), Long::sum);
    page.append("<details><summary>Every rule that had an effect (").append(rules.size()).append(")</summary><table><tr><th>Rule</th><th>Elements</th><th class=\"n\">How many</th></tr>");
    rules.forEach((rule, places) -> page.append("<tr><td>").append(text(rule)).append("</td><td>").append(text(String.join(", ", places.keySet()))).append("</td><td class=\"n\">")
        .append(places.values().stream().mapToLong(n -> n).sum()).append("</td></tr>"));
    page.append("</table></details>\n");
  }

  private void share(StringBuilder page) {
    var r = records.retention();
    page.append("<h2>Share of Data Elements retained</h2>\n").append(bar(r)).append("<p class=\"key\">").append(percent(r.kept(), r)).append(" kept as they were · ").append(percent(r.cleaned(), r))
        .append(" cleaned · ").append(percent(r.replaced(), r)).append(" replaced · ").append(percent(r.removed(), r)).append(" removed, of ").append(String.format(Locale.ROOT, "%,d", r.in())).append(" elements</p>\n");
    var modules = records.prepared().tally().byModule();
    page.append("<details><summary>By module, as planned (").append(modules.size()).append(")</summary><table><tr><th>Module</th><th class=\"n\">Elements</th><th class=\"n\">Kept or cleaned</th></tr>");
    modules.forEach((name, m) -> page.append("<tr><td>").append(text(name)).append("</td><td class=\"n\">").append(m.in()).append("</td><td class=\"n\">").append(percent(m.kept() + m.cleaned(), m)).append("</td></tr>"));
    page.append("</table></details>\n");
    var series = records.retentionBySeries();
    page.append("<details><summary>By series (").append(series.size()).append(")</summary><table><tr><th>Series</th><th class=\"n\">Elements</th><th class=\"n\">Kept or cleaned</th></tr>");
    series.forEach((uid, s) -> page.append("<tr><td><code>").append(text(uid)).append("</code></td><td class=\"n\">").append(s.in()).append("</td><td class=\"n\">").append(percent(s.kept() + s.cleaned(), s)).append("</td></tr>"));
    page.append("</table></details>\n");
  }

  private static String bar(Retention r) {
    return "<div class=\"bar\" role=\"img\" aria-label=\"" + percent(r.kept() + r.cleaned(), r) + " kept or cleaned\">" + piece("kept", r.kept(), r) + piece("cleaned", r.cleaned(), r)
        + piece("replaced", r.replaced(), r) + piece("removed", r.removed(), r) + "</div>";
  }

  private static String piece(String name, int count, Retention r) {
    return "<i class=\"" + name + "\" style=\"width:" + percent(count, r) + "\"></i>";
  }

  private static String percent(int count, Retention r) {
    return String.format(Locale.ROOT, "%.1f%%", r.in() == 0 ? 0 : 100.0 * count / r.in());
  }

  private void objects(StringBuilder page) {
    Map<String, long[]> classes = new TreeMap<>();
    for (var line : records.lines()) {
      var counts = classes.computeIfAbsent(line.sopClass(), _ -> new long[4]);
      counts[switch (line.pixels()) {
        case "untouched" -> 0;
        case "cleaned" -> 1;
        case "redacted" -> 2;
        default -> 3;
      }]++;
    }
    page.append("<h2>Objects</h2>\n<table><tr><th>SOP Class</th><th class=\"n\">Pixels untouched</th><th class=\"n\">Only their code streams cleaned</th><th class=\"n\">Pixels redacted</th><th class=\"n\">Without pixels</th></tr>");
    classes.forEach((uid, n) -> page.append("<tr><td>").append(text(UidNames.standard().name(uid).orElse(uid))).append("</td><td class=\"n\">").append(n[0]).append("</td><td class=\"n\">").append(n[1])
        .append("</td><td class=\"n\">").append(n[2]).append("</td><td class=\"n\">").append(n[3]).append("</td></tr>"));
    page.append("</table>\n");
  }

  private void ledger(StringBuilder page) {
    page.append("<h2>What was looked at</h2>\n<table><tr><th>SOP Class</th>");
    for (var state : Ledger.State.values()) page.append("<th class=\"n\">").append(state.words()).append("</th>");
    page.append("</tr>");
    records.ledger().forEach((uid, counts) -> {
      page.append("<tr><td>").append(text(UidNames.standard().name(uid).orElse(uid))).append("</td>");
      for (var state : Ledger.State.values()) page.append("<td class=\"n\">").append(counts.getOrDefault(state, 0L)).append("</td>");
      page.append("</tr>");
    });
    page.append("</table>\n<p class=\"key\">Cleaned: pixels blackened or the document inside written anew or replaced. Inspected: a detector looked at all pixels, or all text was read. Only shown: no detector looked at the pixels, or a text in it is undecided. Why something stays here is listed below.</p>\n");
  }

  private void references(StringBuilder page) {
    var measured = records.references();
    if (measured.lines().isEmpty()) return;
    page.append("<h2>References among objects</h2>\n<table><tr><th>From</th><th>To</th><th>Of</th><th class=\"n\">Before</th><th class=\"n\">After</th><th class=\"n\">Broken</th></tr>");
    for (var line : measured.lines()) {
      page.append("<tr><td>").append(text(line.from())).append("</td><td>").append(text(line.to())).append("</td><td>").append(line.kind().words()).append("</td><td class=\"n\">").append(line.before()).append("</td><td class=\"n\">").append(line.after())
          .append("</td><td class=\"n\">").append(line.broken()).append("</td></tr>");
    }
    page.append("</table>\n<p class=\"key\">").append(measured.groups()).append(" groups of instances share a Frame of Reference; ").append(measured.groupsBroken()).append(" of them no longer do.</p>\n");
  }

  private void checks(StringBuilder page) {
    page.append("<h2>What was checked</h2>\n<ul><li>Every header was read before the first file was written, and every file was read again after writing: it holds what was planned, and pixels nobody redacted are the same bytes, but for comments, application segments and padding cut out of code streams.</li>"
        + "<li>Every written file was searched for the original names, IDs, dates, UIDs, addresses, telephone numbers and institutions of its subject, in all forms and character sets, also inside compressed values. A file with a hit stays back.</li></ul>\n");
    if (records.prepared().gates().isEmpty()) {
      page.append("<p>Nothing was left open.</p>\n");
      return;
    }
    page.append("<p>These were left open by a person, with the reason given:</p>\n<table><tr><th>Open</th><th class=\"n\">How many</th><th>Reason</th></tr>");
    for (var gate : records.prepared().gates()) {
      page.append("<tr><td>").append(text(gate.kind().text())).append("</td><td class=\"n\">").append(gate.count()).append("</td><td>").append(text(gate.passed())).append("</td></tr>");
    }
    page.append("</table>\n");
  }

  private void withheld(StringBuilder page) {
    page.append("<h2>What was not</h2>\n<ul><li>No claim of anonymity is made. Faces that can be rebuilt from volumes were not judged by a program.</li>");
    if (!records.terms().profile().has(ProfileOption.CLEAN_PIXEL_DATA)) page.append("<li>Pixels were not searched for burned-in text.</li>");
    page.append("</ul>\n");
    if (records.reasons().isEmpty()) return;
    page.append("<table><tr><th>Withheld because</th><th class=\"n\">Instances</th></tr>");
    records.reasons().forEach((reason, n) -> page.append("<tr><td>").append(text(reason)).append("</td><td class=\"n\">").append(n).append("</td></tr>"));
    page.append("</table>\n");
  }

  private void changes(StringBuilder page) {
    if (records.change().isEmpty()) return;
    var c = records.change().get();
    page.append("<h2>Since version ").append(text(c.previous())).append("</h2>\n<p>").append(c.added().size()).append(" instances added, ").append(c.changed().size()).append(" changed, ")
        .append(c.withdrawn().size()).append(" withdrawn; ").append(c.renamed().isEmpty() ? "pseudonyms are the same" : c.renamed().size() + " of those changed have another Patient ID or UID than before, see gate identity").append(".</p>\n");
  }

  private static String text(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
