/// Characters of DICOM: character sets (PS3.5 6.1) and the values that are written in them. Knows bytes and strings only.
package umbra.dicom.text;
