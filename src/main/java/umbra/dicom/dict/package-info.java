/// What the standard and the makers say of Tags and UIDs: resource tables, looked up and never written here as code.
package umbra.dicom.dict;
