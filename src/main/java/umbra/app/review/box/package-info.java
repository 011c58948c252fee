/// Boxes over images: drawn, moved, resized, given a reach, and shown with what they will really blacken.
package umbra.app.review.box;
