/// Code streams of each kind, without what decoding does not need.
package umbra.pixel.stream.code;
