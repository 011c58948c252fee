/// Opens the files a collection came from, wherever they lie: local disks, shares, archives. Always read-only.
package umbra.workspace.source;
