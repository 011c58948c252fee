/// Fits a frame to a viewport: where it lies, its samples resampled before they are windowed. Knows no toolkit.
package umbra.pixel.view;
