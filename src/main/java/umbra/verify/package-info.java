/// Checks what was written: no original identifier left anywhere, in any encoding. Knows no workspace and no export.
package umbra.verify;
