/// What a person can do, as data: the menus, the toolbar, the palette and the sheet of keys all read the same list.
package umbra.app.action;
