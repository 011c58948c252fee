/// What the steps of the de-identify page share: the choice of the workspace, and its long work.
package umbra.app.deidentify.work;
