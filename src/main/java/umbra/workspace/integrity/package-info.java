/// What objects say of each other, before and after their UIDs were swapped, and how well each kind of object was looked at.
package umbra.workspace.integrity;
