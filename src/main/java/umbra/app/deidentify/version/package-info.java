/// The steps of the gate and of the export: what is open, what was passed, and the versions written.
package umbra.app.deidentify.version;
