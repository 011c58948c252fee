/// What names a subject and the people and places around it, as it stands in the sources, and in which ways it can be written.
package umbra.deid.identifier;
