/// What others draw over images and take mouse events of, in coordinates of stored pixels.
package umbra.app.viewer.layer;
