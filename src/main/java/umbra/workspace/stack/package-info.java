/// The images of a series as one stack of frames, opened and decoded as they are looked at.
package umbra.workspace.stack;
