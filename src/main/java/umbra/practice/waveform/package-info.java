/// Invented electrocardiograms, pressures and sounds.
package umbra.practice.waveform;
