/// What was redacted is proven before it leaves: read again, compared, and looked at again.
package umbra.workspace.proof;
