/// De-identifies files: joins reading, the plan, writing, and the look at what was written.
package umbra.workspace.deidentify;
