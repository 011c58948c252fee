/// Video and High-Throughput JPEG 2000 by FFmpeg, which runs in a process of its own: hostile bytes cannot take Umbra down.
package umbra.pixel.codec.ffmpeg;
