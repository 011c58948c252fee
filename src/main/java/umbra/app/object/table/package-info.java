/// Objects that are read as tables and lists of text: radiotherapy, presentation states and their like.
package umbra.app.object.table;
