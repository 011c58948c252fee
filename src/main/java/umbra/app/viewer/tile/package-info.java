/// One tile of the viewer: a stack, where it stands, and how it looks.
package umbra.app.viewer.tile;
