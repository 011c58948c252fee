/// Whole slides: a pyramid whose tiles are read as they come into view, with label, overview and thumbnail beside it.
package umbra.app.object.slide;
