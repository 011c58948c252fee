/// What a person set, and how the window was left: small files in the user's own folders.
package umbra.app.preference;
