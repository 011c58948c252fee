/// What is blackened on slides: label and overview by default, and the same area in every level.
package umbra.workspace.slide;
