package planted.cli;

/// Seen by a layer that must not see it.
public class Below {}
