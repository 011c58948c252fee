/// The versions of a collection that were exported, and what became of each instance in them.
package umbra.catalog.version;
