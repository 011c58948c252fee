/// The image viewer: tiles with stacks of frames, and what can be done with them.
package umbra.app.viewer;
