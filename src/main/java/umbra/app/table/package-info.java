/// Tables: one look and one set of columns for all pages.
package umbra.app.table;
