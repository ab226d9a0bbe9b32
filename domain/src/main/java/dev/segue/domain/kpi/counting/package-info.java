/** How sessions are counted in KPI rows, exactly under corrections. */
package dev.segue.domain.kpi.counting;
