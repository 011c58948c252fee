/// The frame of the window: menus, toolbar, rail of pages, status bar, error bar and what lies above them.
package umbra.app.shell;
