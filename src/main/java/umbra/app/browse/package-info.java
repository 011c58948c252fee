/// The page a workspace opens with: the collection, what shows a series, and the pane beside it.
package umbra.app.browse;
