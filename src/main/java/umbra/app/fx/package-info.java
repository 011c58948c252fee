/// What all screens share: the hop to the JavaFX thread, looks, and small controls.
package umbra.app.fx;
