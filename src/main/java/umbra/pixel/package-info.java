/// Samples of images: what Image Pixel says (PS3.3 C.7.6.3), where each frame lies, and decoded frames. No colours yet, no screen.
package umbra.pixel;
