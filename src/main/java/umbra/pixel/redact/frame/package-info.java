/// Encapsulated frames written anew: where they are kept until the file is written, and the tables that tell where they begin.
package umbra.pixel.redact.frame;
