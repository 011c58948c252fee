package umbra.workspace.release;

import java.util.Map;
import java.util.Optional;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.decision.DecisionKinds;
import umbra.catalog.decision.Edit;
import umbra.deid.rule.Profile;
import umbra.workspace.Workspace;
import umbra.workspace.curate.Curation;

/// The choice of a workspace; each change is one edit that can be undone.
public final class ReleaseChoices {
  private static final String SETTING = "release";

  private final Workspace workspace;
  private final Curation curation;

  public ReleaseChoices(Workspace workspace, Curation curation) {
    this.workspace = workspace;
    this.curation = curation;
  }

  public ReleaseChoice current() {
    return workspace.catalog().settings().find(SETTING).map(ReleaseChoice::ofStored).orElse(ReleaseChoice.NONE);
  }

  /// A profile with the options that were chosen for it; others as they are.
  public Profile switched(Profile profile) {
    var now = current();
    return now.profile().equals(profile.name()) ? now.applied(profile) : profile;
  }

  /// @param title what was chosen, in a few words
  /// @return empty if nothing changed
  public Optional<Edit> choose(ReleaseChoice choice, String title) {
    return curation.history().change(AuditAction.PROFILE, title, "", DecisionKinds.SETTING.name(), Map.of("setting " + SETTING, Optional.of(choice.stored())));
  }
}
