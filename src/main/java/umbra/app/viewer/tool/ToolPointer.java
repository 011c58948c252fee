package umbra.app.viewer.tool;

import umbra.app.viewer.layer.LayerFrame;
import umbra.app.viewer.tile.TileViewModel;
import umbra.pixel.view.ViewTransform.Point;

/// The mouse at work on a tile.
///
/// @param at in pixels of the screen
/// @param dx pixels of the screen since the last call
/// @param sinceX pixels of the screen since the press
/// @param image in stored pixels
/// @param frame what layers would draw on
public record ToolPointer(TileViewModel tile, LayerFrame frame, Point at, double dx, double dy, double sinceX, double sinceY, Point image, boolean shift) {}
