/** The rules of incidents as a Flink operator. */
package dev.segue.adapters.flink.alert;
