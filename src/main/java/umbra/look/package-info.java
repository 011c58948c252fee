/// Looks at single files without a workspace: joins reading, decoding and rendering, for the command line and the window.
package umbra.look;
