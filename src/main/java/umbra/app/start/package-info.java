/// The screen without a workspace: says what to do.
package umbra.app.start;
