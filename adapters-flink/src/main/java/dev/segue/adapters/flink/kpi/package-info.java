/**
 * KPIs on Flink: {@link dev.segue.adapters.flink.kpi.FollowOperator} decides what is followed, {@link
 * dev.segue.adapters.flink.kpi.SessionImageOperator} finds what a revision changes, {@link
 * dev.segue.adapters.flink.kpi.KpiRowOperator} adds rows up. All are shells around {@link dev.segue.domain.kpi}.
 */
package dev.segue.adapters.flink.kpi;
