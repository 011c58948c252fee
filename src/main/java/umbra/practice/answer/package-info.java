/// A collection of small instances of many kinds, whose right de-identification is known, and the program that scores one.
package umbra.practice.answer;
