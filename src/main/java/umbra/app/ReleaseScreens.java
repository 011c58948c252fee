package umbra.app;

import java.util.Optional;
import java.util.function.LongConsumer;
import umbra.app.deidentify.DeidentifyPage;
import umbra.app.deidentify.work.ReleaseWork;
import umbra.app.page.Page;
import umbra.app.value.ValuesPage;
import umbra.app.value.ValuesViewModel;
import umbra.workspace.export.Gate;
import umbra.workspace.export.Prepared.Open;

/// The page that de-identifies and exports, tied to the pages where its gate is settled.
final class ReleaseScreens {
  private final Session.Wishes wishes;
  private final LongConsumer toSeries;
  private final Page findings;
  private final ValuesViewModel texts;
  private final ValuesPage values;
  private final DeidentifyPage page;

  ReleaseScreens(ReleaseWork work, Session.Wishes wishes, LongConsumer toSeries, Page findings, ValuesViewModel texts, ValuesPage values) {
    this.wishes = wishes;
    this.toSeries = toSeries;
    this.findings = findings;
    this.texts = texts;
    this.values = values;
    var collection = work.workspace().catalog().collection();
    page = new DeidentifyPage(work, new DeidentifyPage.Links(id -> collection.findInstance(id).ifPresent(i -> toSeries.accept(i.seriesId())), this::settle), wishes.choosers());
  }

  DeidentifyPage page() {
    return page;
  }

  private void settle(Gate.Kind kind, Optional<Open> place) {
    switch (kind) {
      case TEXTS -> {
        texts.onlyUndecided().set(true);
        texts.query().set("");
        wishes.show().accept(values);
      }
      case FINDINGS, NOT_LOOKED_AT -> wishes.show().accept(findings);
      case SUBJECTS -> page.choose("identity");
      case VERDICTS, NOTES, OBJECTS, REFERENCES, VARIANTS, SOURCES, UNRECOGNISED -> place.filter(p -> p.series() > 0).ifPresent(p -> toSeries.accept(p.series()));
    }
  }
}
