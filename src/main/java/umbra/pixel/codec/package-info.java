/// What a codec is, and the table of those Umbra was given. One package below this one for each codec.
package umbra.pixel.codec;
