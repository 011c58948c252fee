/// Opening an H2 database file, bringing it to the newest version, and saying what went wrong; knows no table.
package umbra.catalog.h2;
