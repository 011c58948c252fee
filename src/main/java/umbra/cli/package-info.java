/// The command line: arguments in, text and exit codes out. What it does is done by the packages below.
package umbra.cli;
