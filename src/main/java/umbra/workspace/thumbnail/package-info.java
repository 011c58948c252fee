/// Small pictures of series.
package umbra.workspace.thumbnail;
