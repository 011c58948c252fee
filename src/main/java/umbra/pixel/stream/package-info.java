/// What lies inside code streams beside the picture, cut out without touching entropy-coded data, and the offset tables that fit afterwards.
package umbra.pixel.stream;
