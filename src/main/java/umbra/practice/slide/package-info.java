/// An invented slide under a microscope: levels of a pyramid, label, overview and thumbnail.
package umbra.practice.slide;
