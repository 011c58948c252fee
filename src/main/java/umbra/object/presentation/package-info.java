/// Presentation states, hanging protocols and colour palettes: what they write over images.
package umbra.object.presentation;
