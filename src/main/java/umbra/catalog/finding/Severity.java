package umbra.catalog.finding;

/// How much a finding matters while nobody has decided.
public enum Severity { SUSPECT, UNCLEAR, HARMLESS }
