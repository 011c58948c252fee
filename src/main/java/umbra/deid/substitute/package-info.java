/// What stands in for a value or an Item: moved dates, capped ages, dummies that are valid and tell nothing.
package umbra.deid.substitute;
