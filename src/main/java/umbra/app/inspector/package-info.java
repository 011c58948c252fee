/// The inspector: the header of the instance in front, what varies in its series, and two headers side by side.
package umbra.app.inspector;
