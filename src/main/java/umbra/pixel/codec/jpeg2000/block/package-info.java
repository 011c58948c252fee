/// Code-blocks of JPEG 2000 Part 1 (ISO/IEC 15444-1 Annexes C and D) and the seam to every other block coder. Knows no markers and no packets.
package umbra.pixel.codec.jpeg2000.block;
