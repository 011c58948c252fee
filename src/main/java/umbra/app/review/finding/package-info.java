/// Findings in the order they are judged, and how each class of them looks.
package umbra.app.review.finding;
