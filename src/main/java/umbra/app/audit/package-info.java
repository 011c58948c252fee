/// The page of the audit trail.
package umbra.app.audit;
