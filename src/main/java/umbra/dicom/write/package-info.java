/// Writes files and Data Sets: what nobody touched byte for byte, what changed in the style of its file.
package umbra.dicom.write;
