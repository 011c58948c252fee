/// Finding actions: the command palette and the sheet of keys.
package umbra.app.palette;
