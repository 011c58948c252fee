/// The page of distinct texts, each decided once.
package umbra.app.value;
