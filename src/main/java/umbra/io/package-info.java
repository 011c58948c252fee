/// Bytes and where they live: memory, a mapped file, or ranges read on demand. Knows nothing of DICOM.
package umbra.io;
