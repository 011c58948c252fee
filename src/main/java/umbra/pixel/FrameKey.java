package umbra.pixel;

/// Which frame of which image.
///
/// @param instance SOP Instance UID, or whatever else names the image for good
/// @param frame index from 0
public record FrameKey(String instance, int frame) {}
