/// The page of profiles, and what they do to the instance in front.
package umbra.app.deidentify;
