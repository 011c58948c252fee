/// The audit trail: a hash-chained, append-only table of who did what, when and why; it holds no patient values.
package umbra.catalog.audit;
