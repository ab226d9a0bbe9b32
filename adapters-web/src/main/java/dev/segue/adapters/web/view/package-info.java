/** What each view of the page is told: values made for the eye, written as JSON by the names they have here. */
package dev.segue.adapters.web.view;
