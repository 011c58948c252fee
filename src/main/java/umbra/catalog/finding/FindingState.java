package umbra.catalog.finding;

/// What a person decided; findings start open.
public enum FindingState { OPEN, REDACT, HARMLESS, UNSURE }
