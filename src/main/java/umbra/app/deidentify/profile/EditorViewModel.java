package umbra.app.deidentify.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import umbra.app.deidentify.work.ChoiceViewModel;
import umbra.app.deidentify.work.ReleaseWork;
import umbra.catalog.audit.AuditAction;
import umbra.catalog.audit.AuditEvent;
import umbra.deid.profile.ProfileException;
import umbra.deid.profile.ProfileReader;
import umbra.io.AtomicFile;

/// Copies a profile into the workspace and edits the copy. What cannot be run cannot be saved.
public final class EditorViewModel {
  private final ReleaseWork work;
  private final ChoiceViewModel choice;
  private final ProfilesViewModel profiles;
  private final Predicate<String> mayDiscard;
  private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper line = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper wanted = new ReadOnlyIntegerWrapper();
  private String saved = "";
  private int next;

  /// @param mayDiscard asked with the name of the file before text that was not saved is given up
  public EditorViewModel(ReleaseWork work, ChoiceViewModel choice, ProfilesViewModel profiles, Predicate<String> mayDiscard) {
    this.work = work;
    this.choice = choice;
    this.profiles = profiles;
    this.mayDiscard = mayDiscard;
    text.subscribe(this::check);
  }

  /// What is edited; empty while the editor is closed.
  public ReadOnlyObjectProperty<Optional<Path>> file() {
    return file.getReadOnlyProperty();
  }

  public StringProperty text() {
    return text;
  }

  /// Why the text cannot be run; empty if it can.
  public ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /// The line that is wrong, from 1; 0 if none is.
  public ReadOnlyIntegerProperty line() {
    return line.getReadOnlyProperty();
  }

  /// The line that the caret should go to, from 1; 0 for none.
  public ReadOnlyIntegerProperty wanted() {
    return wanted.getReadOnlyProperty();
  }

  /// Shows a line, as soon as a profile is open.
  public void goTo(int which) {
    next = which;
    if (file.get().isPresent()) goThere();
  }

  private void goThere() {
    wanted.set(0);
    wanted.set(next);
    next = 0;
  }

  public boolean isDirty() {
    return file.get().isPresent() && !text.get().equals(saved);
  }

  /// Copies a shipped profile under a free name, chooses the copy and opens it; opens one's own as it is.
  public void edit(ProfileItem item) {
    if (!close()) return;
    if (item.own()) {
      work.quietly("Opening the profile", _ -> Files.readString(item.file()), content -> open(item.file(), content));
      return;
    }
    work.quietly("Copying the profile", _ -> copy(item), copied -> {
      work.quietly("Opening the profile", _ -> Files.readString(copied), content -> open(copied, content));
      var name = copied.getFileName().toString().replace(".yaml", "");
      choice.change(c -> c.withProfile(name), "Copy profile " + item.name() + " as " + name);
      profiles.reload();
    });
  }

  private Path copy(ProfileItem item) throws IOException {
    var folder = work.workspace().folder().resolve("profiles");
    Files.createDirectories(folder);
    var known = work.profiles().files();
    var base = item.name().length() > 26 ? item.name().substring(0, 26) : item.name();
    var name = base + "-own";
    for (int i = 2; known.containsKey(name); i++) name = base + "-own" + i;
    var copy = folder.resolve(name + ".yaml");
    var content = Files.readString(item.file()).replaceFirst("(?m)^profile:.*$", "profile: " + name);
    write(copy, content);
    return copy;
  }

  private static void write(Path file, String content) throws IOException {
    AtomicFile.write(file, channel -> {
      var bytes = java.nio.ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) channel.write(bytes);
    });
  }

  private void open(Path which, String content) {
    saved = content;
    file.set(Optional.of(which));
    text.set(content);
    check();
    if (next > 0) goThere();
  }

  /// Asks first where something was not saved.
  ///
  /// @return false if the editor stays open for that
  public boolean close() {
    if (isDirty() && !mayDiscard.test(file.get().orElseThrow().getFileName().toString())) return false;
    file.set(Optional.empty());
    text.set("");
    return true;
  }

  private void check() {
    if (file.get().isEmpty()) {
      problem.set("");
      line.set(0);
      return;
    }
    var name = file.get().get().getFileName().toString();
    try {
      var read = ProfileReader.read(name, text.get().getBytes(StandardCharsets.UTF_8));
      boolean named = (read.name() + ".yaml").equals(name);
      problem.set(named ? "" : name + ", line " + lineOf("profile:") + ": the profile must be called " + name.replace(".yaml", "") + ", as its file is");
      line.set(named ? 0 : lineOf("profile:"));
    } catch (ProfileException e) {
      line.set(e.line());
      problem.set(String.valueOf(e.getMessage()));
    }
  }

  private int lineOf(String start) {
    int number = 1;
    for (var each : text.get().split("\n", -1)) {
      if (each.startsWith(start)) return number;
      number++;
    }
    return 1;
  }

  /// Writes the text in place of the file, if it can be run; the audit trail notes the new hash.
  public void save() {
    if (file.get().isEmpty() || !problem.get().isEmpty() || !isDirty()) return;
    var where = file.get().get();
    var content = text.get();
    work.quietly("Saving the profile", _ -> {
      write(where, content);
      var read = umbra.deid.profile.ProfileStore.read(where);
      return work.workspace().audit().append(new AuditEvent(AuditAction.PROFILE, "profile " + read.name(), "edited, version " + read.version(), read.hash()));
    }, _ -> {
      saved = content;
      choice.say("Saved: " + where.getFileName());
      profiles.reload();
      choice.reload();
    });
  }
}
