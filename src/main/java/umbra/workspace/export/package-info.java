/// From decisions to a released version: the plan, the gate, the export, its records, and the look at it from outside.
package umbra.workspace.export;
