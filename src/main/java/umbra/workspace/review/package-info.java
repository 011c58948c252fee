/// Where a box goes, what it will really blacken, and what that takes away: everything a person sees before deciding.
package umbra.workspace.review;
