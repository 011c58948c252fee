package umbra.catalog;

/// How much the collection holds.
public record Totals(long subjects, long studies, long series, long instances, long notDicom, long duplicates, long quarantined) {}
