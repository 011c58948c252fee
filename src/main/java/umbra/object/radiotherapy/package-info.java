/// Radiotherapy objects (PS3.3 A.18 to A.20, A.86): structure sets, plans, doses, and what they say.
package umbra.object.radiotherapy;
