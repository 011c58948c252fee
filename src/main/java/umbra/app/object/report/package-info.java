/// Structured Reports to read, and as the tree they are.
package umbra.app.object.report;
