/** How long settled commands stay in the history (`HISTORY_DAYS`, at least 7). */
export class HistoryLimits {
  constructor(readonly days: number) {}
}
