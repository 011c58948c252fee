package umbra.app.deidentify.plan;

import umbra.deid.Retention;

/// How the elements of a module, a series or the whole collection come out.
///
/// @param level `Collection`, `Module` or `Series`
public record ShareRow(String level, String name, Retention retention) {
  /// Of 1.
  public double stays() {
    return retention.in() == 0 ? 0 : (double) (retention.kept() + retention.cleaned()) / retention.in();
  }
}
