package umbra.workspace.deidentify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umbra.deid.DeidOutcome;
import umbra.deid.Facts;
import umbra.deid.Plan;
import umbra.deid.Planner;
import umbra.deid.profile.ProfileStore;
import umbra.deid.value.KeyedPseudonyms;
import umbra.deid.value.PatientNaming;
import umbra.deid.value.ProjectKey;
import umbra.dicom.DataSet;
import umbra.dicom.DicomException;
import umbra.dicom.Tags;
import umbra.dicom.TransferSyntax;
import umbra.dicom.Value;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.io.ByteSlice;
import umbra.job.ComputePool;
import umbra.referee.Referee;

/// Real files with each shipped profile: out, readable by three other programs and without a fault of its IOD that it did not have
/// before, or withheld with a reason; Pixel Data that nothing had to be cut from is the same by its hash.
///
/// A sample of the corpus, other files for each profile; all of it with `-Dumbra.corpus.whole=true`, those whose path has a match with
/// `-Dumbra.corpus.only=REGEX`.
@Tag("referee")
class CorpusDeidentificationTest {
  private static final Pattern ONLY = Pattern.compile(System.getProperty("umbra.corpus.only", ""));
  private static final int EVERY = Boolean.getBoolean("umbra.corpus.whole") || !ONLY.pattern().isEmpty() ? 1 : 28;
  private static final String PYDICOM = """
      import sys, warnings, pydicom
      warnings.simplefilter('ignore')
      for path in open(sys.argv[1]):
        try:
          for element in pydicom.dcmread(path.strip()).iterall(): element.value
        except Exception as e: print(path.strip(), type(e).__name__)
      """;

  /// Many results of one kind, with the files that have it.
  private final Map<String, List<String>> faults = new ConcurrentSkipListMap<>();
  private final Map<String, List<String>> counts = new ConcurrentSkipListMap<>();

  @ParameterizedTest
  @CsvSource({"ps315-basic, 0", "midi-research, 7", "strict, 14", "tcia, 21"})
  void everyFileLeavesWithoutANewFaultOrIsWithheldWithAReason(String profile, int first, @TempDir Path folder) throws Exception {
    for (var program : List.of("dciodvfy", "dcmdump", "gdcmdump")) Referee.require(program);
    var all = Referee.corpusFiles().stream().filter(f -> ONLY.matcher(f.toString()).find()).toList();
    var files = new ArrayList<Path>();
    for (int i = first % EVERY; i < all.size(); i += EVERY) files.add(all.get(i));
    var key = ProjectKey.of("a key of the tests, long enough".getBytes(StandardCharsets.US_ASCII));
    var planner = new Planner(ProfileStore.read(Path.of("profiles", profile + ".yaml")), new KeyedPseudonyms(key, PatientNaming.KEYED, Map.of(), false));
    var written = Collections.synchronizedList(new ArrayList<Path>());

    try (var pool = new ComputePool(2)) {
      pool.forEach(files.size(), i -> {
        try {
          // A folder for each: files with one SOP Instance UID in other syntaxes are all looked at.
          one(new FileDeidentifier(planner, folder.resolve(Integer.toString(i))), files.get(i), written);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      });
    }
    var list = Files.writeString(folder.resolve("list.txt"), String.join("\n", written.stream().map(Path::toString).toList()));
    for (var line : new String(Referee.run("/usr/bin/python3", "-c", PYDICOM, list), StandardCharsets.UTF_8).lines().toList()) put(faults, "pydicom cannot read it", folder.relativize(Path.of(line.split(" ")[0])));

    System.out.println(profile + ": " + files.size() + " files, " + written.size() + " written");
    counts.forEach((what, where) -> System.out.println("  " + where.size() + " x " + what));
    faults.forEach((what, where) -> System.out.println("  FAULT " + where.size() + " x " + what + " " + where.subList(0, Math.min(4, where.size()))));
    assertEquals(Map.of(), new TreeMap<>(faults));
  }

  private void one(FileDeidentifier work, Path file, List<Path> written) throws IOException, InterruptedException {
    try (var source = new DicomReader(ReadOptions.LENIENT).read(file)) {
      switch (work.run(source, Facts.NONE, Optional.empty())) {
        case DeidOutcome.Withheld(var reason, var detail) -> put(counts, "withheld, " + reason + ": " + detail.replaceAll("\\d+", "n"), file);
        case DeidOutcome.Done(var plan) -> {
          var place = work.place(plan.result());
          written.add(place);
          pixels(file, plan, place);
          judge(file, place, source.transferSyntax());
        }
      }
    } catch (DicomException e) {
      put(counts, "withheld, UNREADABLE: " + e.reason(), file);
    }
  }

  private void judge(Path file, Path written, TransferSyntax syntax) throws IOException, InterruptedException {
    if (!Referee.accepts("dcmdump", "-q", "-M", written)) put(faults, "DCMTK cannot read it", file);
    if (!isNewToGdcm(syntax) && !Referee.accepts("gdcmdump", written)) put(faults, "GDCM cannot read it", file);
    var after = errors(written);
    if (after.isEmpty()) return;
    var before = errors(file);
    if (before.stream().anyMatch(e -> e.startsWith("Error - Information Object Not found") || e.startsWith("Error - Tags out of order"))) {
      put(counts, "dciodvfy does not understand the source, so nothing can be compared", file);
      return;
    }
    after.removeAll(before);
    for (var error : after) put(faults, error, file);
  }

  /// Syntaxes that GDCM 3.0 does not know, so that it reads no file of them.
  private static boolean isNewToGdcm(TransferSyntax syntax) {
    return syntax.name().startsWith("HTJ2K") || syntax.name().startsWith("JPEG_XL") || syntax.name().startsWith("HEVC") || syntax == TransferSyntax.DEFLATED_IMAGE_FRAME;
  }

  private void pixels(Path file, Plan plan, Path written) throws IOException {
    var before = plan.source().find(Tags.PIXEL_DATA);
    if (before.isEmpty()) return;
    boolean meant = before.get().value().equals(plan.result().find(Tags.PIXEL_DATA).orElseThrow().value());
    try (var out = new DicomReader(ReadOptions.LENIENT).read(written)) {
      boolean same = hash(plan.source()).equals(hash(out.dataSet()));
      put(counts, same ? "Pixel Data identical by SHA-256" : "Pixel Data cleaned", file);
      if (same != meant) put(faults, "Pixel Data is not what it is said to be", file);
    }
  }

  private static String hash(DataSet dataSet) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : switch (dataSet.find(Tags.PIXEL_DATA).orElseThrow().value()) {
        case Value.Bytes(var raw, _) -> List.of(raw);
        case Value.Fragments(var table, var rest) -> java.util.stream.Stream.concat(java.util.stream.Stream.of(table), rest.stream()).toList();
        case Value.Items _ -> List.<ByteSlice>of();
      }) {
        digest.update(part.toArray());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Without values and positions, which differ by design.
  private static Set<String> errors(Path file) throws IOException, InterruptedException {
    var errors = new LinkedHashSet<String>();
    for (var line : Referee.words("dciodvfy", file).lines().toList()) {
      if (line.startsWith("Error")) errors.add(line.replaceAll("\\[\\d+\\]", "[n]").replaceAll(" = <.*?>", " = <>").replaceAll("(value|UID) <[^>]*>", "$1 <>").replaceAll("UID [\\d.]+", "UID").replaceAll("= \\S+ -", "= -").strip());
    }
    return errors;
  }

  private static void put(Map<String, List<String>> map, String what, Path file) {
    map.computeIfAbsent(what, _ -> Collections.synchronizedList(new ArrayList<>())).add(file.startsWith("../shared") ? file.subpath(3, file.getNameCount()).toString() : file.toString());
  }
}
