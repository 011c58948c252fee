/// Waveforms (PS3.3 A.34): multiplex groups, channels, samples in their units, annotations.
package umbra.object.waveform;
