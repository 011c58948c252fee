/// Reads files (PS3.10) and Data Sets (PS3.5) without changing or judging them: what it tolerates it reports as notes.
package umbra.dicom.read;
