package planted.unlisted;

/// In a package that the table does not have.
public class Stray {}
