/// Waveforms on millimetre paper.
package umbra.app.object.waveform;
