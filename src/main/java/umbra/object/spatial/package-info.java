/// Objects that say where something lies or what a value means: registrations, fiducials, real-world value mappings.
package umbra.object.spatial;
