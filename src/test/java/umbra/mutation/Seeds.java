package umbra.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import umbra.dicom.read.Bytes;

/// The files that are damaged: a few of our own, and the corpus where it lies beside the checkout.
final class Seeds {
  private static final Path CORPUS = Path.of("../shared/corpus");

  private Seeds() {}

  /// Small files with every layout, by name.
  static Map<String, byte[]> own() {
    var seeds = new TreeMap<String, byte[]>();
    var nested = Bytes.little().explicit("0008,1155", "UI", "1.2.3").toArray();
    for (int i = 0; i < 6; i++) nested = Bytes.little().explicitHeader("0008,1140", "SQ", -1).undefinedItem(nested).item(nested).sequenceEnd().toArray();
    seeds.put("explicit", Bytes.file("1.2.840.10008.1.2.1").explicit("0008,0005", "CS", "\\ISO 2022 IR 87").explicit("0008,0060", "CS", "CT").raw(nested)
        .explicit("0009,0010", "LO", "PLANTED").explicit("0009,1001", "UN", new byte[20]).explicit("0010,0010", "PN", "A^B=C=D")
        .explicit("7FE0,0010", "OW", new byte[64]).toArray());
    seeds.put("implicit", Bytes.file("1.2.840.10008.1.2").implicit("0008,0060", "CT").header("0008,1140", -1)
        .undefinedItem(Bytes.little().implicit("0008,1155", "1.2 ").toArray()).sequenceEnd().implicit("0010,0010", "A^B").toArray());
    seeds.put("big", Bytes.file("1.2.840.10008.1.2.2").raw(Bytes.big().explicit("0008,0060", "CS", "CT").explicit("0028,0010", "US", new byte[] {0, 2}).toArray()).toArray());
    seeds.put("deflated", Bytes.file("1.2.840.10008.1.2.1.99").raw(Bytes.deflated(nested)).toArray());
    seeds.put("encapsulated", Bytes.file("1.2.840.10008.1.2.5").explicit("0028,0010", "US", new byte[] {2, 0}).explicitHeader("7FE0,0010", "OB", -1)
        .item(new byte[0]).item(new byte[70]).item(new byte[4]).sequenceEnd().toArray());
    seeds.put("bare", nested);
    return seeds;
  }

  /// Corpus files up to a length, by path; empty if there is no corpus.
  static Map<String, byte[]> corpus(long longest) throws IOException {
    var seeds = new TreeMap<String, byte[]>();
    if (!Files.isDirectory(CORPUS)) return seeds;
    List<Path> files = new ArrayList<>();
    try (var all = Files.walk(CORPUS)) {
      all.filter(Files::isRegularFile).filter(p -> !p.toString().endsWith(".csv")).forEach(files::add);
    }
    files.sort(Comparator.naturalOrder());
    for (var file : files) if (Files.size(file) <= longest) seeds.put(CORPUS.relativize(file).toString(), Files.readAllBytes(file));
    return seeds;
  }
}
