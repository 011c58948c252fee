/// A header to look at: rows of a Data Set, search and filters over them, comparison of two, what varies over many, bytes. No screens.
package umbra.workspace.header;
