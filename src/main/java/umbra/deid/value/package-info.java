/// Values in place of others: pseudonyms, shifted dates, dummies, cleaned text. Knows no rules and no profile.
package umbra.deid.value;
