/// What the standard says about de-identification, as tables: action codes, Types by SOP Class and place, roles of UIDs, content item codes.
package umbra.deid.table;
