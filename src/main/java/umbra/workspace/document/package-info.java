/// Cleaned copies of encapsulated documents: what was decided about their texts and places, carried out and proven.
package umbra.workspace.document;
