/// Video streams without what no picture is made of: blanked in place, so that every offset and length stays right.
package umbra.pixel.stream.video;
