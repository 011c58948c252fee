/// Registrations as matrices between two spaces, with the series that lie in each.
package umbra.app.object.registration;
