/// The written file read again: boxes are uniform, everything outside is as it was.
package umbra.pixel.redact.proof;
