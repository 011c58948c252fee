/// Known places of burned-in text by device, as data anybody can extend: learned from boxes, suggested as findings.
package umbra.workspace.template;
