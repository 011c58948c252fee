/// What objects draw over the frames of others: lines, text and colour, without a toolkit and without a screen.
package umbra.object.drawing;
