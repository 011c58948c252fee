package umbra.workspace.scan;

/// What a scan came to.
///
/// @param looked instances looked at now
/// @param unchanged instances that this engine had looked at before
/// @param failed instances that could not be looked at, in whole or in part
public record ScanReport(long looked, long unchanged, long failed) {}
