package planted.pixel;

/// A name that says nothing.
class EverythingManager {}
