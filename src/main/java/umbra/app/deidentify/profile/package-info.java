/// The step of profiles: choosing, switching options, editing copies, and asking for the rule of an element.
package umbra.app.deidentify.profile;
