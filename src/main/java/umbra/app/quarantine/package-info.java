/// The files that could not be taken in, each with its reason.
package umbra.app.quarantine;
