/// The neural networks: where their files and native libraries come from, and running them.
package umbra.ocr.model;
