package umbra.workspace.export.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.DicomFile;
import umbra.dicom.Tag;
import umbra.dicom.Tags;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.job.JobContext;
import umbra.workspace.export.InstanceExport;
import umbra.workspace.export.ManifestLine;
import umbra.workspace.integrity.Link;
import umbra.workspace.integrity.Named;
import umbra.workspace.integrity.ReferenceMeter;

/// Looks at an export from outside, with nothing but its folder: is all there, whole, readable, marked, and of one piece?
public final class Verification {
  private static final Tag STUDY = Tag.of(0x0020, 0x000D);
  private static final Tag SERIES = Tag.of(0x0020, 0x000E);
  private static final Tag IDENTITY_REMOVED = Tag.of(0x0012, 0x0062);
  private static final Tag METHOD_CODES = Tag.of(0x0012, 0x0064);
  private static final Tag CODE_VALUE = Tag.of(0x0008, 0x0100);
  /// Clean Pixel Data and Clean Recognizable Visual Features are stated only by instances of which it is true.
  private static final Set<String> BY_INSTANCE = Set.of("113101", "113102");
  private static final Set<String> RECORDS = Set.of("manifest.csv", "collection.json", "method.html");

  /// @param path below the export; `problem` in words, without values
  public record Problem(String path, String problem) {}

  /// @param references `before` and `broken` as collection.json states them, `after` as counted in the files now
  /// @param outside references to instances that are not in the export: no fault by themselves
  public record Report(long files, List<ReferenceMeter.Line> references, long outside, List<Problem> problems) {}

  /// Looks at one more thing in each file.
  public interface Look {
    List<String> at(String path, DicomFile file);
  }

  private final Path out;
  private final Look look;
  private final DicomReader reader = new DicomReader(ReadOptions.LENIENT);
  private final List<Problem> problems = new ArrayList<>();
  private final ReferenceMeter meter = new ReferenceMeter();

  /// @param look what else each file is asked; see [LeakLook]
  public Verification(Path out, Look look) {
    this.out = out;
    this.look = look;
  }

  /// @throws IOException if there is no export in the folder
  public Report run(JobContext context) throws IOException {
    var lines = lines();
    var codes = codes();
    var present = present();
    long done = 0;
    for (var line : lines) {
      context.checkCancelled();
      if (!present.remove(line.get("path"))) problem(line.get("path"), "is in the manifest, but not there");
      else file(line, codes, done);
      context.progress(++done, lines.size());
    }
    for (var extra : present) problem(extra, "is there, but not in the manifest");
    var counted = meter.measure(Set.of());
    return new Report(lines.size(), references(counted), counted.outside(), List.copyOf(problems));
  }

  private void problem(String path, String what) {
    problems.add(new Problem(path, what));
  }

  /// No cell of the manifest holds a comma or quote.
  private List<Map<String, String>> lines() throws IOException {
    var all = Files.readAllLines(out.resolve("manifest.csv"), StandardCharsets.UTF_8);
    if (all.isEmpty() || !all.getFirst().equals(String.join(",", ManifestLine.HEADER))) throw new IOException(out + ": manifest.csv is not a manifest of an export");
    var rows = new ArrayList<Map<String, String>>();
    for (var line : all.subList(1, all.size())) {
      var cells = line.split(",", -1);
      if (cells.length != ManifestLine.HEADER.size()) {
        problem("manifest.csv", "line " + (rows.size() + 2) + " has " + cells.length + " cells");
        continue;
      }
      var row = new HashMap<String, String>();
      for (int i = 0; i < cells.length; i++) row.put(ManifestLine.HEADER.get(i), cells[i]);
      rows.add(row);
    }
    return rows;
  }

  /// Codes of the method that collection.json says were applied.
  private Set<String> codes() throws IOException {
    var codes = new TreeSet<String>();
    var file = out.resolve("collection.json");
    if (!Files.exists(file)) {
      problem("collection.json", "is missing");
      return codes;
    }
    try (var json = new com.fasterxml.jackson.core.JsonFactory().createParser(Files.readAllBytes(file))) {
      while (json.nextToken() != null) if ("code".equals(json.currentName()) && json.currentToken().isScalarValue() && json.currentToken() != com.fasterxml.jackson.core.JsonToken.FIELD_NAME) codes.add(json.getText());
    } catch (com.fasterxml.jackson.core.JacksonException _) {
      problem("collection.json", "is not valid JSON");
    }
    return codes;
  }

  private Set<String> present() throws IOException {
    try (var all = Files.walk(out)) {
      var found = new LinkedHashSet<String>();
      all.filter(Files::isRegularFile).map(p -> out.relativize(p).toString().replace('\\', '/')).filter(p -> !RECORDS.contains(p)).sorted().forEach(found::add);
      return found;
    }
  }

  private void file(Map<String, String> line, Set<String> codes, long number) throws IOException {
    var path = line.get("path");
    var file = out.resolve(path);
    if (!InstanceExport.sha256(file).equals(line.get("sha256"))) problem(path, "is not the file the manifest speaks of: another hash");
    if (Files.size(file) != Long.parseLong(line.get("bytes"))) problem(path, "has another size than the manifest says");
    try (var read = reader.read(file)) {
      var dataSet = read.dataSet();
      compare(path, line, dataSet);
      marks(path, dataSet, codes);
      var named = Named.of(dataSet);
      meter.add(number, named, named, Link.between(dataSet, dataSet));
      for (var problem : look.at(path, read)) problem(path, problem);
    } catch (DicomException e) {
      problem(path, "cannot be read: " + e.reason());
    }
  }

  private void compare(String path, Map<String, String> line, DataSet dataSet) {
    Map<String, Tag> tags = Map.of("sop_class_uid", Tags.SOP_CLASS_UID, "patient_id", Tags.PATIENT_ID, "study_instance_uid", STUDY, "series_instance_uid", SERIES, "sop_instance_uid", Tags.SOP_INSTANCE_UID);
    tags.forEach((column, tag) -> {
      if (!dataSet.text(tag).orElse("").strip().equals(line.get(column))) problem(path, column + " is not what the manifest says");
    });
    var folders = Arrays.asList(path.split("/"));
    var should = List.of("data", line.get("patient_id"), line.get("study_instance_uid"), line.get("series_instance_uid"), line.get("sop_instance_uid") + ".dcm");
    if (!folders.equals(should)) problem(path, "does not lie where its identifiers say");
  }

  private void marks(String path, DataSet dataSet, Set<String> codes) {
    if (!dataSet.text(IDENTITY_REMOVED).orElse("").equals("YES")) problem(path, "does not say that the patient identity was removed");
    var stated = new HashSet<String>();
    for (var item : dataSet.items(METHOD_CODES)) item.text(CODE_VALUE).ifPresent(stated::add);
    var missing = codes.stream().filter(c -> !stated.contains(c) && !BY_INSTANCE.contains(c)).toList();
    if (!missing.isEmpty()) problem(path, "does not state the codes " + String.join(" ", missing) + " of the method");
  }

  /// What the export says of itself beside what is counted now.
  private List<ReferenceMeter.Line> references(ReferenceMeter.Result counted) throws IOException {
    var stated = StatedReferences.of(out.resolve("collection.json"));
    for (var line : counted.lines()) {
      if (stated.after(line) != line.after()) problem("collection.json", "states other references from " + line.from() + " to " + line.to() + " (" + line.kind().words() + ") than the files have");
    }
    for (var line : stated.lines()) {
      if (line.after() > 0 && counted.lines().stream().noneMatch(line::isOfSame)) problem("collection.json", "states references from " + line.from() + " to " + line.to() + " (" + line.kind().words() + ") that no file has");
    }
    return stated.with(counted.lines());
  }
}
