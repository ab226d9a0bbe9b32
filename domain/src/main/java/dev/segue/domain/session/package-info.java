/** Sessions: how activities form chains, which sessions are current, and how another event changes them. */
package dev.segue.domain.session;
