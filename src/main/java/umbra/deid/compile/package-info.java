/// Profiles compiled: for each SOP Class, place and Tag the one effect it will have, looked up once and found again without search.
package umbra.deid.compile;
