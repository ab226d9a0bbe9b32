/** Values packed into bytes, so that many of them fit into memory. */
package dev.segue.adapters.web.store.packed;
