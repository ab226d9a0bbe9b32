/** What {@code mvn package} leaves for users: the tarball. */
package dev.segue.deploy.release;
