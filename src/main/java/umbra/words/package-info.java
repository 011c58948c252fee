/// How numbers of things are said.
package umbra.words;
