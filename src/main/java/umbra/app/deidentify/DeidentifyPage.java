package umbra.app.deidentify;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import umbra.app.action.Action;
import umbra.app.deidentify.identity.IdentityStep;
import umbra.app.deidentify.identity.IdentityViewModel;
import umbra.app.deidentify.plan.PlanStep;
import umbra.app.deidentify.plan.PlanViewModel;
import umbra.app.deidentify.profile.EditorViewModel;
import umbra.app.deidentify.profile.ProfileStep;
import umbra.app.deidentify.profile.ProfilesViewModel;
import umbra.app.deidentify.profile.RulesViewModel;
import umbra.app.deidentify.version.ExportStep;
import umbra.app.deidentify.version.ExportViewModel;
import umbra.app.deidentify.version.GateStep;
import umbra.app.deidentify.version.GateViewModel;
import umbra.app.deidentify.work.Card;
import umbra.app.deidentify.work.ChoiceViewModel;
import umbra.app.deidentify.work.ReleaseWork;
import umbra.app.fx.Choosers;
import umbra.app.page.Page;
import umbra.workspace.export.Gate;
import umbra.workspace.export.Prepared.Open;

/// From a profile to a checked version, in five steps that can be gone in any order.
public final class DeidentifyPage implements Page {
  private static final SimpleBooleanProperty ALWAYS = new SimpleBooleanProperty(true);

  /// Where other pages come in.
  ///
  /// @param instance shows an instance, by its row
  /// @param settle shows where a gate is settled, at a place if one is given
  public record Links(LongConsumer instance, BiConsumer<Gate.Kind, Optional<Open>> settle) {}

  private final ChoiceViewModel choice;
  private final ProfilesViewModel profiles;
  private final PlanViewModel plan;
  private final GateViewModel gate;
  private final ExportViewModel export;
  private final EditorViewModel editor;
  private final ProfileStep profileStep;
  private final PlanStep planStep;
  private final StepList steps = new StepList();
  private final BorderPane root = new BorderPane();

  public DeidentifyPage(ReleaseWork work, Links links, Choosers choosers) {
    choice = new ChoiceViewModel(work);
    profiles = new ProfilesViewModel(work, choice);
    var identity = new IdentityViewModel(work, choice);
    plan = new PlanViewModel(work, choice, profiles);
    gate = new GateViewModel(work, choice, plan);
    export = new ExportViewModel(work, choice, profiles, plan, gate);
    editor = new EditorViewModel(work, choice, profiles,
        name -> choosers.confirm("Not saved", "The changes to " + name + " were not saved. They are lost if you go on.", "Discard the changes"));
    profileStep = new ProfileStep(profiles, editor, new RulesViewModel(work, profiles), choice);
    planStep = new PlanStep(plan, links.instance());
    steps.add("profile", "Profile", profileStep.node(), profiles.effective().map(p -> p.map(x -> x.name() + ", " + (x.options().size() - 1) + " on").orElse("none chosen")));
    steps.add("identity", "Identity", new IdentityStep(identity, choice, choosers).node(), choice.choice().map(c -> (switch (c.naming()) {
      case KEYED -> c.prefix() + "… by key";
      case SEQUENCE -> c.prefix() + "0001…";
      case TABLE -> "from a table";
    }) + (c.wholeWeeks() ? " · weeks" : " · days")));
    steps.add("plan", "Plan", planStep.node(), planStatus());
    steps.add("gate", "Gate", new GateStep(gate, links.settle()).node(), gate.status());
    steps.add("export", "Export", new ExportStep(export, choosers).node(), javafx.beans.binding.Bindings.createStringBinding(this::exportStatus, export.versions()));
    root.getStyleClass().add("pane");
    root.getStylesheets().add(DeidentifyPage.class.getResource("/umbra/app/deidentify.css").toExternalForm());
    root.setLeft(steps.node());
    root.setCenter(new BorderPane(steps.content(), banner(), null, null, null));
    root.setBottom(foot());
  }

  private ObservableValue<String> planStatus() {
    return javafx.beans.binding.Bindings.createStringBinding(() -> plan.plan().get().map(p -> (plan.stale().get().isEmpty() ? "" : "out of date · ") + "%,d may leave".formatted(p.prepared().leaving().size()))
        .orElse("not made yet"), plan.plan(), plan.stale());
  }

  private String exportStatus() {
    return export.versions().isEmpty() ? "no version yet" : "version " + export.versions().getFirst().name() + " " + export.versions().getFirst().state();
  }

  /// What is out of date, above whatever step is in front.
  private Node banner() {
    var text = new Label();
    text.setId("stale");
    text.setWrapText(true);
    text.textProperty().bind(plan.stale());
    var banner = Card.row(text, Card.gap(), Card.button("stale-plan", "Plan again", "fth-refresh-cw", "Reads every header again", this::planNow));
    banner.getStyleClass().add("stale-banner");
    banner.visibleProperty().bind(plan.stale().isNotEmpty().and(plan.progress().running().not()));
    banner.managedProperty().bind(banner.visibleProperty());
    return banner;
  }

  private Node foot() {
    var foot = new Label();
    foot.setId("deidentify-said");
    foot.textProperty().bind(choice.said().map(s -> s.isEmpty() ? "Alt+1 to Alt+5 go to the steps · F5 plans · Ctrl+Z undoes" : s));
    foot.getStyleClass().add("pane-foot");
    return new VBox(foot);
  }

  private void planNow() {
    steps.choose("plan");
    plan.make();
  }

  /// Brings a step to the front: `profile`, `identity`, `plan`, `gate` or `export`.
  public void choose(String step) {
    steps.choose(step);
  }

  /// Comes to the front with the rule of one element.
  public void ask(String place) {
    steps.choose("profile");
    profileStep.ask(place);
  }

  @Override
  public String id() {
    return "deidentify";
  }

  @Override
  public String title() {
    return "De-identify";
  }

  @Override
  public String icon() {
    return "fth-shield";
  }

  @Override
  public String hint() {
    return "Profile, identity, plan, gate, export: from the collection to a checked version";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public List<Action> actions() {
    return List.of(step("profile", "Step 1: profile", "Alt+1"), step("identity", "Step 2: identity", "Alt+2"), step("plan", "Step 3: plan", "Alt+3"), step("gate", "Step 4: gate", "Alt+4"),
        step("export", "Step 5: export", "Alt+5"),
        action("make", "Plan", "Reads every header and says what would happen", "F5", "fth-play", plan.progress().running().not(), this::planNow),
        action("write", "Export the version", "Writes what was planned, if the gate is open", "Shortcut+E", "fth-upload", export.obstacle().isEmpty(), this::exportNow),
        action("verify", "Verify the last export", "Checks it from outside, and for original identifiers", "Shortcut+Shift+V", "fth-check-circle", ALWAYS, this::verifyNow),
        action("stop", "Stop planning or exporting", "What is done is kept", "", "", plan.progress().running().or(export.progress().running()), this::stop),
        action("find", "Search rules or filter the plan", "In the step in front", "Shortcut+F", "", ALWAYS, this::find),
        action("undo", "Undo", "Takes back the newest decision", "Shortcut+Z", "fth-corner-up-left", ALWAYS, choice::undo),
        action("redo", "Redo", "Makes again what was undone last", "Shortcut+Shift+Z", "fth-corner-up-right", ALWAYS, choice::redo));
  }

  private void exportNow() {
    steps.choose("export");
    export.export();
  }

  private void verifyNow() {
    steps.choose("export");
    export.written().get().or(() -> export.versions().stream().map(v -> v.target()).filter(t -> !t.isEmpty()).findFirst().map(java.nio.file.Path::of))
        .ifPresentOrElse(export::verify, () -> choice.say("Nothing was exported yet; “Verify a folder…” checks any export"));
  }

  private void stop() {
    plan.progress().cancel();
    export.progress().cancel();
  }

  private void find() {
    if (steps.front().equals("plan")) planStep.find();
    else {
      steps.choose("profile");
      profileStep.find();
    }
  }

  private Action step(String id, String text, String keys) {
    return action("step-" + id, text, "Brings this step to the front", keys, "", ALWAYS, () -> steps.choose(id));
  }

  private static Action action(String id, String text, String hint, String keys, String icon, ObservableBooleanValue enabled, Runnable run) {
    return new Action("deidentify." + id, "De-identify", text, hint, keys.isEmpty() ? List.of() : List.of(keys), Optional.of(icon).filter(i -> !i.isEmpty()), enabled, run);
  }

  /// Asks where the text of a profile was not saved.
  public boolean mayClose() {
    return editor.close();
  }

  /// After an import: a plan may be out of date.
  public void refresh() {
    choice.reload();
  }

  @Override
  public void shown() {
    profiles.reload();
    choice.reload();
    export.reload();
  }
}
