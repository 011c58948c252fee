/// Invented people, their studies, and what their instances have in common.
package umbra.practice.study;
