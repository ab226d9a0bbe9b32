/** The Kubernetes manifests against the classes and schemas of those who read them. */
package dev.segue.deploy.kubernetes;
