package umbra.catalog.decision;

import java.util.Optional;

/// A distinct text with all that a person needs to decide about it.
///
/// @param resembles kinds of identifiers of its subjects that it looks like, parted by blanks; empty if none
/// @param decision as [DecisionKinds#TEXT] stores it
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // undecided is a state of the row
public record TextRow(long id, TextPlace where, long uses, long subjects, long series, String resembles, Optional<String> decision) {}
