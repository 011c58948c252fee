/// The commands that de-identify files and show profiles.
package umbra.cli.deidentify;
