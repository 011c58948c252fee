/// What objects that are no plain image say: the contract of all families of objects, each in a package of its own below. No screens.
package umbra.object;
