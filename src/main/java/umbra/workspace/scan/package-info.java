/// Runs the detectors over a workspace: resumable, and never silent about what nobody could look at.
package umbra.workspace.scan;
