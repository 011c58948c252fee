/// Frames that are encapsulated but hold native samples: uncompressed (PS3.5 A.4.11) or deflated (PS3.5 A.4.13).
package umbra.pixel.codec.plain;
