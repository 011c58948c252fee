/// What ties pseudonyms to the people behind them, in an encrypted file of its own that is opened only when it is needed.
package umbra.catalog.links;
