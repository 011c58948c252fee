package umbra.workspace.curate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import umbra.catalog.Catalog;
import umbra.catalog.InstanceRow;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.audit.AuditEvent;
import umbra.catalog.decision.TextPlace;
import umbra.catalog.decision.TextValues;
import umbra.catalog.decision.TextValues.Use;
import umbra.deid.vendor.VendorText;
import umbra.dicom.DataElement;
import umbra.dicom.DataSet;
import umbra.dicom.TagPath;
import umbra.dicom.Text;
import umbra.dicom.VR;
import umbra.job.JobContext;
import umbra.object.document.EncapsulatedDocument;
import umbra.object.document.clean.DocumentPieces;
import umbra.deid.identifier.Identifiers;
import umbra.verify.Needles;
import umbra.workspace.Workspace;
import umbra.workspace.source.SourceFiles;
import umbra.workspace.source.SourcePlace;

/// Counts the distinct texts of all headers, nested and private ones too. Begun again, it goes on where it ended.
public final class TextScan {
  private static final int BATCH = 200;
  private static final Set<VR> FREE = Set.of(VR.AE, VR.CS, VR.LO, VR.LT, VR.PN, VR.SH, VR.ST, VR.UC, VR.UR, VR.UT, VR.UN);

  private final Workspace workspace;
  private final SourceFiles files;
  private final TextValues values;

  public TextScan(Workspace workspace, SourceFiles files) {
    this.workspace = workspace;
    this.files = files;
    this.values = new TextValues(workspace.catalog());
  }

  /// @param counted instances that were new to the grid
  /// @param unreadable instances whose file cannot be opened now: they are tried again the next time
  public record Report(long counted, long unreadable) {}

  public Report run(JobContext context) {
    values.forgetStale();
    Catalog catalog = workspace.catalog();
    long total = catalog.collection().totals().instances();
    long seen = 0;
    long counted = 0;
    long unreadable = 0;
    long after = 0;
    for (var page = catalog.collection().allSeries(after, BATCH); !page.isEmpty(); page = catalog.collection().allSeries(after, BATCH)) {
      for (var series : page) {
        var done = values.scanned(series.id());
        var all = catalog.collection().instances(series.id());
        var open = all.stream().filter(i -> !done.contains(i.id())).toList();
        for (int from = 0; from < open.size(); from += BATCH) {
          context.checkCancelled();
          var batch = open.subList(from, Math.min(open.size(), from + BATCH));
          int read = count(series.id(), batch);
          counted += read;
          unreadable += batch.size() - read;
          context.progress(Math.min(total, seen + from + batch.size()), total);
        }
        seen += all.size();
      }
      after = page.getLast().id();
    }
    if (counted > 0) workspace.audit().append(AuditEvent.of(AuditAction.SCAN, "texts of headers", counted + " instances counted, " + unreadable + " unreadable"));
    return new Report(counted, unreadable);
  }

  private int count(long series, List<InstanceRow> batch) {
    var uses = new LinkedHashMap<TextPlace, Use>();
    var read = new LinkedHashSet<Long>();
    var known = new LinkedHashMap<Set<umbra.deid.identifier.Identifier>, Needles>();
    for (var instance : batch) {
      try (var file = files.openHeader(new SourcePlace(Path.of(instance.path()), instance.member()))) {
        var needles = known.computeIfAbsent(people(file.dataSet()), ids -> new Needles(ids, Set.of()));
        var found = new LinkedHashMap<TextPlace, Use>();
        walk(file.dataSet(), Optional.empty(), needles, found);
        document(file.dataSet(), needles, found);
        found.forEach((place, use) -> uses.merge(place, use, Use::plus));
        read.add(instance.id());
      } catch (IOException _) {
        // counted as unreadable by its absence, and tried again the next time
      }
    }
    values.add(series, read, uses);
    return read.size();
  }

  /// All but the UIDs of the instance itself: these change from file to file and stand in no free text of others.
  private static Set<umbra.deid.identifier.Identifier> people(DataSet dataSet) {
    return Identifiers.of(dataSet).stream().filter(i -> i.kind() != umbra.deid.identifier.IdentifierKind.UID).collect(Collectors.toUnmodifiableSet());
  }

  private static void walk(DataSet dataSet, Optional<TagPath> parent, Needles needles, Map<TextPlace, Use> found) {
    for (var element : dataSet) {
      var path = parent.map(p -> p.child(0, element.tag())).orElseGet(() -> TagPath.of(element.tag()));
      for (var item : element.items()) walk(item, Optional.of(path), needles, found);
      if (element.tag().isPrivate() && inside(dataSet, element, path, needles, found)) continue;
      if (!FREE.contains(element.vr()) || element.isEmpty()) continue;
      var creator = creator(dataSet, element);
      for (var text : Text.values(element, dataSet.characterSets())) {
        if (text.isBlank() || element.vr() == VR.UN && !isPrintable(text)) continue;
        var place = new TextPlace(TextPlaces.pattern(path), creator, element.vr().name(), text);
        found.merge(place, new Use(1, resembles(text, needles)), Use::plus);
      }
    }
  }

  /// The texts of a document inside, by which a cleaned copy is made. One that cannot be read has none here; its release is held elsewhere.
  private static void document(DataSet dataSet, Needles needles, Map<TextPlace, Use> found) {
    var document = EncapsulatedDocument.of(dataSet);
    if (document.isEmpty()) return;
    try {
      for (var text : DocumentPieces.of(document.get())) {
        found.merge(new TextPlace(TextPlaces.pattern(TagPath.of(EncapsulatedDocument.DOCUMENT)), "", VR.UT.name(), text), new Use(1, resembles(text, needles)), Use::plus);
      }
    } catch (IOException _) {
      // the export refuses what it cannot clean
    }
  }

  /// Texts in the blocks of makers, by their name after the path.
  private static boolean inside(DataSet dataSet, DataElement element, TagPath path, Needles needles, Map<TextPlace, Use> found) {
    var items = VendorText.of(element);
    for (var item : items) {
      if (!isPrintable(item.text())) continue;
      var kinds = resembles(item.text(), needles);
      if (item.isLeftover() && kinds.isEmpty()) continue;
      var place = new TextPlace(TextPlaces.pattern(path) + "/" + item.name(), creator(dataSet, element), element.vr().name(), item.text());
      found.merge(place, new Use(1, kinds), Use::plus);
    }
    return !items.isEmpty();
  }

  private static String resembles(String text, Needles needles) {
    return needles.in(text).stream().map(k -> k.name().toLowerCase(java.util.Locale.ROOT)).sorted().collect(Collectors.joining(" "));
  }

  private static String creator(DataSet dataSet, DataElement element) {
    if (!element.tag().isPrivate() || element.tag().element() < 0x1000) return "";
    return dataSet.text(element.tag().privateCreator()).map(String::strip).orElse("");
  }

  private static boolean isPrintable(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c != 0xFFFD || c == '\n' || c == '\r' || c == '\t');
  }
}
