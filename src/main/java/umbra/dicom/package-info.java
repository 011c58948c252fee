/// The words of DICOM as immutable types: Tag, VR, Value, Data Element, Data Set. Neither reads nor writes itself.
package umbra.dicom;
