package umbra.deid.identifier;

/// What an original value would give away.
public enum IdentifierKind { NAME, ID, DATE, UID, PHONE, ADDRESS, INSTITUTION, PERSON }
