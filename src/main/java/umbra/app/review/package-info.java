/// The page on which findings are judged, one after the other.
package umbra.app.review;
