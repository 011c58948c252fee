/// Views of objects that are not plain images: what all families of them share.
package umbra.app.object;
