package umbra.dicom.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import umbra.dicom.DicomException;
import umbra.dicom.read.DicomReader;
import umbra.dicom.read.ReadOptions;
import umbra.referee.Referee;

/// Holds the JSON Model of every corpus file against DCMTK's `dcm2json`.
///
/// Before the comparison outer blanks and trailing carets of names go, numbers are compared as numbers, and bytes only
/// where both print them. The differences that are left must be among the accepted ones, each with its reason.
@Tag("referee")
class JsonRefereeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Files in which single elements differ, and why we keep to ours.
  private static final Map<String, String> ACCEPTED = Map.of(
      "cr-dx/highdicom_dx_image.dcm", "DCMTK pads the odd length of Pixel Data, we show the bytes that are there",
      "malformed/meta_missing_tsyntax.dcm", "DCMTK pads the odd length of (0001,0002), we show the bytes that are there",
      "private/nested_priv_SQ.dcm", "DCMTK pads the odd length of (0001,0002), we show the bytes that are there",
      "sc/CT-MONO2-8-abdo.dcm", "DCMTK drops blanks inside a UID, we show them",
      "sc/deid_ctbrain1.dcm", "DCMTK pads the odd length of (0011,0011), we show the bytes that are there",
      "sc/deid_ctbrain2.dcm", "DCMTK pads the odd length of (0011,0011), we show the bytes that are there");

  /// Files that `dcm2json` gives up on.
  private static final Map<String, String> REFUSED_BY_DCMTK = Map.ofEntries(
      Map.entry("charset/chrH31.dcm", "iconv has no ISO 2022 IR 87"),
      Map.entry("charset/chrH32.dcm", "iconv has no ISO 2022 IR 87"),
      Map.entry("ct/J2K_pixelrep_mismatch.dcm", "iconv has no ISO 2022 IR 87"),
      Map.entry("ct/ELSCINT1_JP2vsJ2K.dcm", "ISO 2022 IR 100 as the only value"),
      Map.entry("fuzz/cat02_TC0257_implicit_patname_binary.dcm", "high bytes without a character set"),
      Map.entry("fuzz/cat03_TC0277_missing_delim.dcm", "truncated"),
      Map.entry("fuzz/cat03_TC0279_stray_seq_delim.dcm", "stray delimiter"),
      Map.entry("fuzz/cat06_TC0357_stray_item_tag.dcm", "stray Item"),
      Map.entry("fuzz/cat06_TC0361_stray_seq_delim.dcm", "stray delimiter"),
      Map.entry("fuzz/cat06_TC0363_tag_order_violation.dcm", "order"),
      Map.entry("malformed/20-wrong-transfer-syntax.dcm", "wrong Transfer Syntax"),
      Map.entry("malformed/MR_truncated.dcm", "truncated"),
      Map.entry("malformed/emri_small_jpeg_2k_lossless_too_short.dcm", "truncated"),
      Map.entry("malformed/rtplan_truncated.dcm", "truncated"),
      Map.entry("mr-spectroscopy/testspectrum.dcm", "truncated"),
      Map.entry("private/explicit_VR-UN.dcm", "Specific Character Set is rubbish"),
      Map.entry("sr-dose/CT-RDSR-Siemens_Flash-QA-DS.dcm", "high bytes without a character set"),
      Map.entry("us/IM00001.fragmented_no_bot_jpeg_baseline.50.dcm", "misspelt character set"),
      Map.entry("us/IM00001.implicit_little_endian.dcm", "misspelt character set"),
      Map.entry("transfer-syntax/test_ct1_jxl.dcm", "DCMTK does not know JPEG XL"));

  @Test
  void everyFileThatDcmtkPrintsIsPrintedTheSame() throws Exception {
    Referee.require("dcm2json");
    var corpus = Referee.corpus();
    var unexpected = new ArrayList<String>();
    int compared = 0;

    for (var file : Referee.corpusFiles()) {
      var name = corpus.relativize(file).toString();
      var ours = ours(file);
      var theirs = theirs(file);
      if (ours.isEmpty() || theirs.isEmpty()) {
        if (ours.isEmpty() != theirs.isEmpty() && !REFUSED_BY_DCMTK.containsKey(name)) unexpected.add(name + " only one of the two reads");
        continue;
      }
      compared++;
      var differences = new TreeSet<String>();
      compare("", theirs.get(), ours.get(), differences);
      if (!differences.isEmpty() && !ACCEPTED.containsKey(name)) unexpected.add(name + " " + differences);
    }

    System.out.printf("dcm2json: %d files compared%n", compared);
    assertEquals(List.of(), unexpected);
    assertTrue(compared > 600, "nearly all of the corpus was compared");
  }

  private static Optional<JsonNode> ours(Path file) throws IOException {
    try (var dicom = new DicomReader(ReadOptions.LENIENT).read(file)) {
      var out = new ByteArrayOutputStream();
      new JsonModel(1 << 16).write(dicom, out);
      return Optional.of(JSON.readTree(out.toByteArray()));
    } catch (DicomException _) {
      return Optional.empty();
    }
  }

  /// `dcm2json` stops at encapsulated Pixel Data with a comma too many: what stands before is used.
  private static Optional<JsonNode> theirs(Path file) throws Exception {
    var text = new String(Referee.run("dcm2json", "-q", "-fc", "+m", "-ee", file), StandardCharsets.UTF_8);
    if (text.endsWith(",}") || text.endsWith(",}\n")) text = text.substring(0, text.lastIndexOf(',')) + "}";
    if (text.isBlank()) return Optional.empty();
    try {
      return Optional.of(JSON.readTree(text));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static void compare(String path, JsonNode theirs, JsonNode ours, TreeSet<String> differences) {
    var tags = new TreeMap<String, Boolean>();
    theirs.fieldNames().forEachRemaining(t -> tags.put(t, true));
    ours.fieldNames().forEachRemaining(t -> tags.put(t, true));
    // Encapsulated Pixel Data is where dcm2json stops.
    boolean cut = !theirs.has("7FE00010") && ours.has("7FE00010");
    for (var tag : tags.keySet()) {
      if (cut && tag.compareTo("7FE00010") >= 0) break;
      if (!tag.endsWith("0000")) compareElement(path + tag, tag, theirs.path(tag), ours.path(tag), differences);
    }
  }

  private static void compareElement(String path, String tag, JsonNode theirs, JsonNode ours, TreeSet<String> differences) {
    if (tag.equals("00080005")) return; // DCMTK does not restate it in the records of a DICOMDIR
    boolean isPrivate = Integer.parseInt(tag.substring(0, 4), 16) % 2 == 1;
    if (theirs.isMissingNode() != ours.isMissingNode()) {
      differences.add(path + (ours.isMissingNode() ? " missing" : " extra"));
    } else if (!theirs.path("vr").equals(ours.path("vr"))) {
      // private dictionaries differ, and only in VR
      if (!isPrivate && !tag.equals("7FE00010")) differences.add(path + " vr " + theirs.path("vr") + " / " + ours.path("vr"));
    } else if (theirs.path("vr").asText().equals("SQ")) {
      compareItems(path, theirs.path("Value"), ours.path("Value"), differences);
    } else if (!sameValue(theirs, ours)) {
      differences.add(path + " value " + clip(theirs) + " / " + clip(ours));
    }
  }

  private static String clip(JsonNode node) {
    var text = node.toString();
    return text.length() < 80 ? text : text.substring(0, 80);
  }

  private static void compareItems(String path, JsonNode theirs, JsonNode ours, TreeSet<String> differences) {
    if (theirs.size() != ours.size()) differences.add(path + " items");
    for (int i = 0; i < Math.min(theirs.size(), ours.size()); i++) compare(path + "[" + i + "].", theirs.get(i), ours.get(i), differences);
  }

  private static boolean sameValue(JsonNode theirs, JsonNode ours) {
    if (theirs.has("InlineBinary") && ours.has("InlineBinary")) return theirs.get("InlineBinary").equals(ours.get("InlineBinary"));
    if (ours.has("BulkDataURI")) return true;
    var one = plain(theirs.path("Value"));
    var other = plain(ours.path("Value"));
    if (one.size() != other.size()) return false;
    for (int i = 0; i < one.size(); i++) if (!sameText(one.get(i), other.get(i))) return false;
    return true;
  }

  private static boolean sameText(String one, String other) {
    if (one.equals(other)) return true;
    try {
      double a = Double.parseDouble(one);
      double b = Double.parseDouble(other);
      return Math.abs(a - b) <= Math.max(1e-37, 1e-6 * Math.abs(a)); // DCMTK prints fewer digits
    } catch (NumberFormatException _) {
      return false;
    }
  }

  /// The values as strings; a person name as its groups, empty ones left out.
  private static List<String> plain(JsonNode values) {
    var plain = new ArrayList<String>();
    if (values.size() == 1 && values.get(0).isNull()) return plain; // blanks only: no value, says one, an empty one, says the other
    for (var value : values) {
      if (value.isObject()) {
        var groups = new ArrayList<String>();
        value.properties().forEach(g -> {
          var text = g.getValue().asText().replaceAll("[\\^ ]+$", "");
          if (!text.isEmpty()) groups.add(g.getKey() + "=" + text);
        });
        if (!groups.isEmpty()) plain.add(groups.toString());
      } else {
        plain.add(value.asText().replaceAll("^[ \\u0000]+|[ \\u0000]+$", ""));
      }
    }
    return plain;
  }
}
