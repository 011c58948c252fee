/// What boxes will do, before they are drawn and beside the original.
package umbra.app.review.preview;
