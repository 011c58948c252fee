/// Documents inside DICOM objects (PS3.3 C.24.2): PDF, CDA, STL, OBJ, MTL; what they say and how they are cleaned.
package umbra.object.document;
