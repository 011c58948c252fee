/// Invented pictures, and the text burned into them.
package umbra.practice.picture;
