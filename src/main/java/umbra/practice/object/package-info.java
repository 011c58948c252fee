/// Invented objects that are no plain images: reports, documents, radiotherapy, waveforms, presentations.
package umbra.practice.object;
