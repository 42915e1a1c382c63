import { hostname } from 'node:os';
import type { Pool } from 'pg';
import { isPassing } from '../database/failures.js';
import type { Log } from '../logging/log.js';

const BEAT_MS = 2_000;
/** A process whose beat is older is not counted on any more. */
export const LIVE_SECONDS = 10;

/** This process as a row that others see, renewed every two seconds. */
export class ProcessRegistry {
  private beating: NodeJS.Timeout | undefined;

  constructor(
    private readonly pool: Pool,
    readonly id: string,
    private readonly kind: 'api' | 'worker',
    private readonly version: string,
    private readonly log: Log,
  ) {}

  async join(): Promise<void> {
    await this.pool.query('insert into messaging.process (id, kind, host, pid, version) values ($1, $2, $3, $4, $5)', [
      this.id,
      this.kind,
      hostname(),
      process.pid,
      this.version,
    ]);
    this.beating = setInterval(() => void this.beat(), BEAT_MS);
  }

  /** Others take over from here on. */
  async drain(): Promise<void> {
    await this.pool.query('update messaging.process set draining = true where id = $1', [this.id]);
  }

  async leave(): Promise<void> {
    clearInterval(this.beating);
    await this.pool.query('delete from messaging.process where id = $1', [this.id]);
  }

  private async beat(): Promise<void> {
    try {
      await this.pool.query('update messaging.process set heartbeat_at = now() where id = $1', [this.id]);
    } catch (error) {
      if (!isPassing(error)) throw error;
      this.log.debug({ reason: error instanceof Error ? error.message : String(error) }, 'beat missed');
    }
  }
}
