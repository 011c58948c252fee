package umbra.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import umbra.cli.RulesOption;
import umbra.deid.profile.ProfileStore;
import umbra.deid.rule.Profile;
import umbra.workspace.Workspace;
import umbra.workspace.export.Terms;
import umbra.workspace.release.KeyFile;
import umbra.workspace.release.ReleaseChoice;
import umbra.workspace.release.ReleaseChoices;
import umbra.workspace.release.ReleaseParts;

/// By which rules a version is planned and made: as the options say; without a profile, as a person chose in the window.
final class TermsOption {
  @Mixin
  private RulesOption rules;

  @Option(names = "--key-file", paramLabel = "F", description = "At least 16 secret bytes; default: project.key of the workspace, made when first needed.")
  private Path keyFile;

  @Option(names = "--sequence", description = "New Patient IDs are the prefix and a number in the order of arrival; else nine characters made with the key.")
  private boolean sequence;

  @Option(names = "--names", paramLabel = "F", description = "New Patient IDs and names from a CSV file: patient_id,new_patient_id,new_patient_name. Who is not in it stays here.")
  private Path names;

  Terms terms(CommandSpec spec, Workspace workspace, ReleaseParts parts, String collection, String version) throws IOException {
    var choice = rules.isProfileNamed() ? ReleaseChoice.NONE : chosen(spec, workspace);
    try {
      var profile = profile(choice, ReleaseParts.profilesOf(workspace, parts.profiles()));
      var key = keyFile != null ? Files.readAllBytes(keyFile) : new KeyFile(workspace, parts.newKey()).read();
      return named(choice).withOptions(profile.options()).terms(profile, key, collection, version);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private static ReleaseChoice chosen(CommandSpec spec, Workspace workspace) {
    var chosen = new ReleaseChoices(workspace, ReleaseParts.curation(workspace)).current();
    if (chosen.profile().isEmpty()) throw new ParameterException(spec.commandLine(), "no profile was chosen in this workspace: name one by --profile");
    spec.commandLine().getErr().println("umbra: as chosen in this workspace: " + chosen.words());
    return chosen;
  }

  private Profile profile(ReleaseChoice choice, ProfileStore store) throws IOException {
    return rules.isProfileNamed() ? rules.chosen(store) : rules.switched(choice.applied(store.profile(choice.profile())));
  }

  private ReleaseChoice named(ReleaseChoice choice) {
    if (sequence && names != null) throw new IllegalArgumentException("--sequence and --names exclude each other");
    var named = rules.prefix().map(choice::withPrefix).orElse(choice);
    if (sequence) named = named.withNaming(ReleaseChoice.Naming.SEQUENCE);
    if (names != null) named = named.withTable(names);
    return rules.wholeWeeks() ? named.withWholeWeeks(true) : named;
  }
}
