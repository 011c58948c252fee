/// Where frames lie in the patient and where their attributes stand; knows nothing of samples.
package umbra.pixel.place;
