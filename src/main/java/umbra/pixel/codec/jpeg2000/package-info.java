/// JPEG 2000 (ISO/IEC 15444-1) and the frame of HTJ2K (15444-15): markers, packets, wavelets. Block coders are one package below.
package umbra.pixel.codec.jpeg2000;
