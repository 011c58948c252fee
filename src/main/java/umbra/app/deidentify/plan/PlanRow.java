package umbra.app.deidentify.plan;

import java.util.List;
import umbra.workspace.tally.Example;
import umbra.workspace.tally.PlanLine;

/// A line of the plan.
///
/// @param held elements there whose text nobody decided about
public record PlanRow(PlanLine line, long held, List<Example> examples) {}
