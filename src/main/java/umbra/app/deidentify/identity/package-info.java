/// The step of identity: how subjects are called, and which of them are one person.
package umbra.app.deidentify.identity;
