/** What `npm run simulate` prints. */
export interface SimulationReport {
  readonly steps: number;
  /** Days that went by in it. */
  readonly days: number;
  readonly failures: number;
  readonly incidents: number;
  /** Incidents that were over and deleted themselves. */
  readonly ended: number;
  readonly alarms: number;
  /** How often each thing was done. */
  readonly injected: Readonly<Record<string, number>>;
}
