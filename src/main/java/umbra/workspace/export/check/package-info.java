/// Looks at an export from outside, with and without the workspace it came from.
package umbra.workspace.export.check;
