/// What a profile does to a Data Set: rules compiled for a SOP Class, the plan for one instance, its result and its marks.
package umbra.deid;
