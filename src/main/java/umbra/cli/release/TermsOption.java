package umbra.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import umbra.deid.profile.ProfileStore;
import umbra.deid.rule.ProfileOption;
import umbra.deid.value.PatientNaming;
import umbra.deid.value.ProjectKey;
import umbra.workspace.Workspace;
import umbra.workspace.export.Terms;
import umbra.workspace.release.KeyFile;
import umbra.workspace.release.ReleaseParts;
import umbra.workspace.release.SubjectNames;

/// By which rules a version is planned and made.
final class TermsOption {
  private static final int SEQUENCE_DIGITS = 4;

  @Option(names = "--profile", paramLabel = "NAME", required = true, description = "A profile by name, or a profile file.")
  private String profile;

  @Option(names = "--option", paramLabel = "NAME", description = "Switch an option on beside those of the profile.")
  private List<String> options = List.of();

  @Option(names = "--key-file", paramLabel = "F", description = "At least 16 secret bytes; default: project.key of the workspace, made when first needed.")
  private Path keyFile;

  @Option(names = "--prefix", paramLabel = "P", description = "New Patient IDs begin so; default: ${DEFAULT-VALUE}.", defaultValue = "SUBJ-")
  private String prefix;

  @Option(names = "--sequence", description = "New Patient IDs are the prefix and a number in the order of arrival; else nine characters made with the key.")
  private boolean sequence;

  @Option(names = "--names", paramLabel = "F", description = "New Patient IDs and names from a CSV file: patient_id,new_patient_id,new_patient_name. Who is not in it stays here.")
  private Path names;

  @Option(names = "--whole-weeks", description = "Dates are moved by whole weeks.")
  private boolean wholeWeeks;

  Terms terms(CommandSpec spec, Workspace workspace, ProfileStore store, Supplier<byte[]> newKey, String collection, String version) throws IOException {
    var base = profile.endsWith(".yaml") ? ProfileStore.read(Path.of(profile)) : ReleaseParts.profilesOf(workspace, store).profile(profile);
    var all = EnumSet.copyOf(base.options());
    for (var word : options) all.add(ProfileOption.ofWord(word).orElseThrow(() -> new ParameterException(spec.commandLine(), "Unknown option " + word)));
    try {
      return new Terms(collection, version, base.withOptions(all), ProjectKey.of(key(workspace, newKey)), wholeWeeks, naming());
    } catch (IllegalArgumentException | InvalidKeyException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private PatientNaming naming() throws IOException {
    if (sequence && names != null) throw new IllegalArgumentException("--sequence and --names exclude each other");
    if (names != null) return SubjectNames.read(names);
    return sequence ? new PatientNaming.Sequence(prefix, SEQUENCE_DIGITS, Map.of()) : new PatientNaming.Keyed(prefix);
  }

  private byte[] key(Workspace workspace, Supplier<byte[]> newKey) throws IOException {
    return keyFile != null ? Files.readAllBytes(keyFile) : new KeyFile(workspace, newKey).read();
  }
}
