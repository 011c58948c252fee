/// The collection to the left: subjects, studies and series as one list of lines that open and close.
package umbra.app.collection;
