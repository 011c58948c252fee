/// Objects drawn over the images they speak of, in the viewer, or on planes of their own where those images are missing.
package umbra.app.object.layer;
