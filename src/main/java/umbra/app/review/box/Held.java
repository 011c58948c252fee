package umbra.app.review.box;

import java.util.Optional;
import umbra.catalog.InstanceRow;
import umbra.catalog.finding.RegionRow;
import umbra.pixel.redact.region.Box;

/// A rectangle in hand: being drawn, or a box being moved or resized. Nothing of it is stored yet.
///
/// @param frame index from 0 within the instance
/// @param of the box it was before; empty for a new one
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // a new one has no box before
record Held(InstanceRow instance, int frame, Optional<RegionRow> of, Box box) {
  Held at(Box other) {
    return new Held(instance, frame, of, other);
  }

  /// As if it were stored.
  RegionRow row() {
    return of.map(r -> r.at(box.x(), box.y(), box.width(), box.height()))
        .orElseGet(() -> new RegionRow(0, instance.seriesId(), instance.id(), frame + 1, frame + 1, box.x(), box.y(), box.width(), box.height(), "", ""));
  }
}
