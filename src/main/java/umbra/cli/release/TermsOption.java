package umbra.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import umbra.cli.RulesOption;
import umbra.deid.profile.ProfileStore;
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

  @Mixin
  private RulesOption rules;

  @Option(names = "--key-file", paramLabel = "F", description = "At least 16 secret bytes; default: project.key of the workspace, made when first needed.")
  private Path keyFile;

  @Option(names = "--sequence", description = "New Patient IDs are the prefix and a number in the order of arrival; else nine characters made with the key.")
  private boolean sequence;

  @Option(names = "--names", paramLabel = "F", description = "New Patient IDs and names from a CSV file: patient_id,new_patient_id,new_patient_name. Who is not in it stays here.")
  private Path names;

  Terms terms(CommandSpec spec, Workspace workspace, ProfileStore store, Supplier<byte[]> newKey, String collection, String version) throws IOException {
    var profile = rules.chosen(ReleaseParts.profilesOf(workspace, store));
    try {
      return new Terms(collection, version, profile, ProjectKey.of(key(workspace, newKey)), rules.wholeWeeks(), naming());
    } catch (IllegalArgumentException | InvalidKeyException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private PatientNaming naming() throws IOException {
    if (sequence && names != null) throw new IllegalArgumentException("--sequence and --names exclude each other");
    if (names != null) return SubjectNames.read(names);
    return sequence ? new PatientNaming.Sequence(rules.prefix(), SEQUENCE_DIGITS, Map.of()) : new PatientNaming.Keyed(rules.prefix());
  }

  private byte[] key(Workspace workspace, Supplier<byte[]> newKey) throws IOException {
    return keyFile != null ? Files.readAllBytes(keyFile) : new KeyFile(workspace, newKey).read();
  }
}
