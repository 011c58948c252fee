/// Makes synthetic collections with planted identifiers and the key that names them. Nobody in them ever lived.
package umbra.practice;
