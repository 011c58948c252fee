/// Objects that no other view knows: their text, their bytes, and a warning.
package umbra.app.object.unknown;
