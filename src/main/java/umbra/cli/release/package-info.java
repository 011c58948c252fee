/// The commands that plan, release and check versions of a collection, and those for boxes.
package umbra.cli.release;
