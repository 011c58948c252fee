/// The curator's decisions as use cases: distinct texts, verdicts; every one undoable and on record.
package umbra.workspace.curate;
