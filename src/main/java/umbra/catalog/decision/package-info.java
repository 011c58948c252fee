/// What the curator decided, as data: edits with their inverse, the history that applies, undoes and redoes them, and the decisions themselves.
package umbra.catalog.decision;
