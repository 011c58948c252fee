/// What a profile says, in the words of PS3.15 Annex E: options, action codes, and a curator's own rules. Does nothing by itself.
package umbra.deid.rule;
