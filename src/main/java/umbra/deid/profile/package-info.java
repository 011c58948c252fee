/// Reads and checks profile files, finds them, and refuses what it does not know.
package umbra.deid.profile;
