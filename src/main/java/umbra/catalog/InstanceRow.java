package umbra.catalog;

/// An instance and where its bytes are.
///
/// @param path the file as it was given; `member` the entry if it is an archive, else empty
/// @param variant 1 for the first content seen with its SOP Instance UID, 2 for another, and so on
/// @param notes what the reader tolerated, as `KIND` words parted by spaces
public record InstanceRow(long id, long seriesId, String sopInstanceUid, String sopClassUid, String transferSyntaxUid, int number, int frames, int rows,
    int columns, boolean hasPixels, int variant, String notes, String path, String member) {}
