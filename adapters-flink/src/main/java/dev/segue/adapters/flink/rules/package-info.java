/** Rules are stored with the state that they made, and state is not restored under others. */
package dev.segue.adapters.flink.rules;
