/**
 * How the tracks of a playlist, album or radio do: counted from the current plays of current sessions, under the subject and
 * in the week of the run that a play belongs to.
 */
package dev.segue.domain.kpi.track;
