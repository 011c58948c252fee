package umbra.app.viewer.layer;

import umbra.catalog.InstanceRow;

/// The frame that a tile shows.
///
/// @param frame index from 0 within the instance
/// @param columns stored pixels across; `rows` down
public record LayerFrame(InstanceRow instance, int frame, int columns, int rows) {}
