package umbra.app;

import java.util.Optional;
import java.util.function.Consumer;
import umbra.app.deidentify.DeidentifyPage;
import umbra.app.deidentify.work.ReleaseWork;
import umbra.app.value.ValuesPage;
import umbra.app.value.ValuesViewModel;
import umbra.catalog.InstanceRow;
import umbra.workspace.export.Gate;
import umbra.workspace.export.Prepared.Open;

/// The page that de-identifies and exports, tied to the pages where its gate is settled.
final class ReleaseScreens {
  private final Session.Wishes wishes;
  private final Consumer<InstanceRow> toInstance;
  private final ReviewScreens review;
  private final Texts texts;
  private final ReleaseWork work;
  private final DeidentifyPage page;

  /// The page of texts and what it shows.
  record Texts(ValuesViewModel model, ValuesPage page) {}

  ReleaseScreens(ReleaseWork work, Session.Wishes wishes, Consumer<InstanceRow> toInstance, ReviewScreens review, Texts texts) {
    this.work = work;
    this.wishes = wishes;
    this.toInstance = toInstance;
    this.review = review;
    this.texts = texts;
    page = new DeidentifyPage(work, new DeidentifyPage.Links(this::showInstance, this::settle), wishes.choosers());
  }

  DeidentifyPage page() {
    return page;
  }

  private void showInstance(long instance) {
    work.quietly("Finding an instance", _ -> work.workspace().catalog().collection().findInstance(instance), found -> found.ifPresent(toInstance));
  }

  private void showFirstOf(long series) {
    work.quietly("Finding a series", _ -> work.workspace().catalog().collection().instances(series).stream().findFirst(), found -> found.ifPresent(toInstance));
  }

  private void settle(Gate.Kind kind, Optional<Open> place) {
    switch (kind) {
      case TEXTS -> {
        wishes.show().accept(texts.page());
        place.ifPresentOrElse(p -> texts.page().choose(text(p)), () -> texts.model().onlyUndecided().set(true));
      }
      case FINDINGS -> {
        wishes.show().accept(review.page());
        place.ifPresent(p -> review.showOpenFindingOf(p.instance()));
      }
      case NOT_LOOKED_AT -> wishes.show().accept(review.page());
      case SUBJECTS -> page.choose("identity");
      case VERDICTS, NOTES, OBJECTS, DOCUMENTS, REFERENCES, VARIANTS, SOURCES, UNRECOGNISED -> place.ifPresent(p -> {
        if (p.instance() > 0) showInstance(p.instance());
        else if (p.series() > 0) showFirstOf(p.series());
      });
    }
  }

  /// The plan names a text behind its tag.
  private static String text(Open place) {
    return place.what().substring(place.what().indexOf(' ') + 1);
  }
}
