/// What makers hide in private bytes: Siemens CSA headers, GE and Philips data packed with zlib, plain text. Read, never rewritten.
package umbra.deid.vendor;
