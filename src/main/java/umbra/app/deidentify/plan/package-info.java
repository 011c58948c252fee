/// The step of the plan: what an export would do, with examples and shares.
package umbra.app.deidentify.plan;
