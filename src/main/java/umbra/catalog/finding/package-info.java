/// Findings of the detectors and what was decided on each; knows rows only.
package umbra.catalog.finding;
