/// Planning, writing and checking versions as the window and the command line both do it.
package umbra.workspace.release;
