/// Slides seen through a microscope (PS3.3 A.32.8): specimens, labels and the tiles of a pyramid.
package umbra.object.slide;
