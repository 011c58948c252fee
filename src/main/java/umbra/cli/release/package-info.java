/// Commands on what leaves a workspace, and on what is hidden in it.
package umbra.cli.release;
