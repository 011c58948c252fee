/// The window: puts the screens together. Sees use cases and models, never the command line.
package umbra.app;
