package umbra.app.deidentify.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import umbra.app.deidentify.work.ChoiceViewModel;
import umbra.app.deidentify.work.ReleaseWork;
import umbra.deid.profile.ProfileStore;
import umbra.deid.rule.Profile;
import umbra.deid.rule.ProfileOption;

/// Which profile, with which options.
public final class ProfilesViewModel {
  private final ReleaseWork work;
  private final ChoiceViewModel choice;
  private final ObservableList<ProfileItem> items = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Profile>> effective = new ReadOnlyObjectWrapper<>(Optional.empty());

  public ProfilesViewModel(ReleaseWork work, ChoiceViewModel choice) {
    this.work = work;
    this.choice = choice;
    choice.choice().subscribe(this::apply);
    reload();
  }

  public ObservableList<ProfileItem> items() {
    return items;
  }

  /// The chosen profile with the options as they are switched; empty if none is chosen or it cannot be read.
  public ReadOnlyObjectProperty<Optional<Profile>> effective() {
    return effective.getReadOnlyProperty();
  }

  public Optional<ProfileItem> chosen() {
    return items.stream().filter(i -> i.name().equals(choice.choice().get().profile())).findFirst();
  }

  /// Reads the files anew: somebody may have edited them.
  public void reload() {
    work.quietly("Reading the profiles", _ -> read(), found -> {
      if (!found.equals(items)) items.setAll(found);
      apply();
    });
  }

  private List<ProfileItem> read() throws IOException {
    var own = work.workspace().folder();
    var found = new ArrayList<ProfileItem>();
    for (var entry : work.profiles().files().entrySet()) found.add(item(entry.getKey(), entry.getValue(), entry.getValue().startsWith(own)));
    return found;
  }

  private static ProfileItem item(String name, Path file, boolean own) {
    try {
      var about = Files.readString(file).lines().takeWhile(l -> l.startsWith("#") || l.isBlank()).map(l -> l.replaceFirst("^#\\s*", "").strip()).filter(l -> !l.isEmpty()).collect(Collectors.joining(" "));
      return new ProfileItem(name, file, about, own, Optional.of(ProfileStore.read(file)), "");
    } catch (IOException e) {
      return new ProfileItem(name, file, "", own, Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  private void apply() {
    var now = chosen().flatMap(ProfileItem::profile).map(choice.choice().get()::applied);
    if (!now.equals(effective.get())) effective.set(now);
  }

  public void choose(ProfileItem item) {
    if (item.profile().isEmpty() || item.name().equals(choice.choice().get().profile())) return;
    choice.change(c -> c.withProfile(item.name()), "Choose profile " + item.name());
  }

  public boolean isOn(ProfileOption option) {
    return effective.get().map(p -> p.has(option)).orElse(false);
  }

  /// @return false if it was refused; [ChoiceViewModel#said] tells why
  public boolean switchOption(ProfileOption option, boolean on) {
    if (effective.get().isEmpty() || isOn(option) == on) return effective.get().isPresent();
    var all = EnumSet.copyOf(effective.get().get().options());
    if (on) all.add(option);
    else all.remove(option);
    try {
      effective.get().get().withOptions(all);
    } catch (IllegalArgumentException e) {
      choice.say("Not switched on: " + e.getMessage() + ". Switch the other off first.");
      return false;
    }
    choice.change(c -> c.withOptions(all), (on ? "Switch on " : "Switch off ") + option.word());
    return true;
  }

  /// Whether options differ from those of the profile's file.
  public boolean isChanged() {
    return choice.choice().get().options().isPresent() && !chosen().flatMap(ProfileItem::profile).map(Profile::options).equals(effective.get().map(Profile::options));
  }

  public void resetOptions() {
    choice.change(c -> c.withProfile(c.profile()), "Options as the profile has them");
  }
}
