package umbra.app.deidentify.profile;

import java.nio.file.Path;
import java.util.Optional;
import umbra.deid.rule.Profile;

/// A profile that can be chosen, or the reason why it cannot.
///
/// @param about the comment at the head of its file
/// @param own whether it lies in this workspace and can be edited here
public record ProfileItem(String name, Path file, String about, boolean own, Optional<Profile> profile, String problem) {}
