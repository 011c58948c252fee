/// Where text is: a neural network gives a map of probabilities, and what stands out in it becomes boxes.
package umbra.ocr.detect;
