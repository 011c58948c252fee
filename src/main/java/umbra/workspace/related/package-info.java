/// Which objects of a collection are drawn over which of its images, and where those lie; knows nothing of screens.
package umbra.workspace.related;
