/// Finding many byte strings at once, in time linear in the bytes; knows nothing of identifiers.
package umbra.verify.search;
