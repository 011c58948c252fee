/// Invented structures, plans and doses over the CT of the practice collection.
package umbra.practice.radiotherapy;
