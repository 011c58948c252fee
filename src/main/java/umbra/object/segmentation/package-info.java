/// Segmentations, parametric maps, registrations, fiducials, real-world value mappings and surfaces.
package umbra.object.segmentation;
