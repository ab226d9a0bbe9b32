/** The content of each view of the page: records that are written as JSON with the names of their components. */
package dev.segue.adapters.web.view;
