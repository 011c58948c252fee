/// Importing: walks what a person pointed at, reads headers, and hands the catalogue what it found. Never reads Pixel Data, never writes beside it.
package umbra.workspace.intake;
