/// Writes Data Sets in the DICOM JSON Model (PS3.18 Annex F).
package umbra.dicom.json;
