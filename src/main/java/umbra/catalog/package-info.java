/// The H2 catalogue of a workspace: the only package that speaks SQL. It keeps rows and knows nothing of screens or of how files are read.
package umbra.catalog;
