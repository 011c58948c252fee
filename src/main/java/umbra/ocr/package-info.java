/// Text in pictures: what is looked for, how hard, and what comes back. One interface stands in front of any engine.
package umbra.ocr;
