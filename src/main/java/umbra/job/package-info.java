/// Long work with progress and cancel. Knows nothing of Umbra, DICOM or a toolkit.
package umbra.job;
