/// Adds up what a profile does to a collection: by place with examples, by series, by module.
package umbra.workspace.tally;
