/**
 * Track KPIs on Flink: {@link dev.segue.adapters.flink.track.SessionTracksOperator} finds what a record of a session or of its
 * plays changes, {@link dev.segue.adapters.flink.track.TrackKpisOperator} adds it up. Both are shells around {@link
 * dev.segue.domain.kpi.track}.
 */
package dev.segue.adapters.flink.track;
