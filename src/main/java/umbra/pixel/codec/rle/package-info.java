/// RLE Lossless (PS3.5 Annex G).
package umbra.pixel.codec.rle;
