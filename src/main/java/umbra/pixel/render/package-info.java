/// From stored values to what a screen shows (PS3.4 N.2), without a toolkit: 8-bit ARGB in an array.
package umbra.pixel.render;
