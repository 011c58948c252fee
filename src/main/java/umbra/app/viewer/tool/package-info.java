/// What the mouse does on an image: tools, and which gesture is which tool.
package umbra.app.viewer.tool;
