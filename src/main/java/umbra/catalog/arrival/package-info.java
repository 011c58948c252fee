/// Takes what an import found into the catalogue, a batch a transaction, and takes it out again.
package umbra.catalog.arrival;
