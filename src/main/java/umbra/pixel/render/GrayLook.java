package umbra.pixel.render;

import java.util.Optional;
import umbra.dicom.DataSet;
import umbra.dicom.Tag;
import umbra.dicom.Tags;

/// The grayscale transformations that a presentation state puts in the place of those an image states (PS3.3 C.11.6, C.11.8; PS3.4 N.2.1).
///
/// @param rescale Rescale Slope and Intercept; empty where the state says nothing, and those of the image hold
/// @param voi a VOI LUT that is a table, with the Presentation LUT behind it
/// @param window used where there is no table
/// @param inverse dark and light exchanged; empty where the state says nothing
public record GrayLook(Optional<Rescale> rescale, Optional<LookupTable> voi, Optional<Window> window, Optional<Boolean> inverse) {
  private static final Tag PRESENTATION_LUT = Tag.of(0x2050, 0x0010);
  private static final Tag PRESENTATION_SHAPE = Tag.of(0x2050, 0x0020);
  private static final int MOST_ENTRIES = 65_536;
  private static final int BITS = 16;

  public record Rescale(float slope, float intercept) {}

  /// @param state the whole presentation state
  /// @param voi the Item of its Softcopy VOI LUT Sequence that holds for the image; empty if none does
  public static GrayLook of(DataSet state, DataSet voi) {
    var slope = state.decimal(Tags.RESCALE_SLOPE, 0);
    var rescale = slope.isPresent() && slope.getAsDouble() != 0
        ? Optional.of(new Rescale((float) slope.getAsDouble(), (float) state.decimal(Tags.RESCALE_INTERCEPT, 0).orElse(0))) : Optional.<Rescale>empty();
    // The first input of a VOI LUT may lie below zero where a rescale leads there (PS3.3 C.11.2.1.1).
    var table = voi.items(Tags.VOI_LUT_SEQUENCE).stream().findFirst().flatMap(i -> LookupTable.ofItem(i, rescale.isPresent() && rescale.get().intercept() < 0));
    var window = Window.of(voi, 0);
    var presentation = state.items(PRESENTATION_LUT).stream().findFirst().flatMap(i -> LookupTable.ofItem(i, false));
    if (presentation.isPresent()) return new GrayLook(rescale, behind(presentation.get(), table, window), window, Optional.of(false));
    return new GrayLook(rescale, table, window, state.text(PRESENTATION_SHAPE).map(s -> s.equals("INVERSE")));
  }

  /// What comes out of table or window, sent through the Presentation LUT, whose inputs are spread over all of its entries.
  private static Optional<LookupTable> behind(LookupTable presentation, Optional<LookupTable> table, Optional<Window> window) {
    if (table.isPresent()) {
      var entries = new int[table.get().entries().length];
      for (int i = 0; i < entries.length; i++) entries[i] = through(presentation, table.get().fraction(table.get().first() + i));
      return Optional.of(new LookupTable(table.get().first(), entries, BITS));
    }
    return window.map(w -> {
      int first = (int) Math.floor(w.center() - w.width() / 2) - 1;
      var entries = new int[(int) Math.min(MOST_ENTRIES, Math.ceil(w.width()) + 3)];
      for (int i = 0; i < entries.length; i++) entries[i] = through(presentation, w.fraction(first + i));
      return new LookupTable(first, entries, BITS);
    });
  }

  private static int through(LookupTable presentation, double fraction) {
    int at = (int) Math.round(fraction * (presentation.entries().length - 1));
    return (int) Math.round(presentation.fraction(presentation.first() + at) * ((1 << BITS) - 1));
  }

  public boolean isEmpty() {
    return rescale.isEmpty() && voi.isEmpty() && window.isEmpty() && inverse.isEmpty();
  }
}
