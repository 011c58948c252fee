package umbra.catalog.audit;

import java.time.InstantSource;
import java.util.Objects;

/// In whose name the trail is written, with which program, by which clock.
public record Author(String who, String program, InstantSource clock) {
  public Author {
    Objects.requireNonNull(who);
    Objects.requireNonNull(program);
    Objects.requireNonNull(clock);
  }

  /// The person as the operating system calls them: until they give their name.
  public static Author ofThisComputer() {
    var version = Author.class.getPackage().getImplementationVersion();
    return new Author(System.getProperty("user.name", "unknown"), "umbra " + (version == null ? "(built from source)" : version), InstantSource.system());
  }

  public Author named(String name) {
    return new Author(name, program, clock);
  }
}
