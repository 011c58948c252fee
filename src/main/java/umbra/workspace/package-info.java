/// A workspace folder: its catalogue, its settings, and the use cases below that work on both.
package umbra.workspace;
