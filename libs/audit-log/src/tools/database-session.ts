import { readConfig, type SqlRunner, statement } from '@foundry/messaging';
import pg from 'pg';
import { z } from 'zod';

const SessionConfig = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }),
  /** For the maintenance tools: a login that may take on the role `foundry_maintenance`, which that of the migrations may. */
  DATABASE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }).optional(),
});

/** One connection of an offline tool. */
export class DatabaseSession {
  readonly sql: SqlRunner = async (query, ...values) => {
    const { rows } = await this.client.query<Record<string, unknown>>(statement(query, values));
    return rows;
  };

  private constructor(private readonly client: pg.Client) {}

  /** Connects to DATABASE_OWNER_URL when it is there and `maintains`, else to DATABASE_URL, runs `work` and leaves. */
  static async run<T>(maintains: boolean, work: (session: DatabaseSession) => Promise<T>): Promise<T> {
    const config = readConfig(SessionConfig, process.env);
    const own = maintains ? config.DATABASE_OWNER_URL : undefined;
    const client = new pg.Client({
      connectionString: own ?? config.DATABASE_URL,
      application_name: 'foundry audit tool',
    });
    await client.connect();
    try {
      return await work(new DatabaseSession(client));
    } finally {
      await client.end();
    }
  }

  /** Reads on one snapshot. */
  async snapshot<T>(work: (sql: SqlRunner) => Promise<T>): Promise<T> {
    return this.within('begin isolation level repeatable read read only', work);
  }

  /** Writes as the maintenance role, the only one that the triggers let through. */
  async maintain<T>(work: (sql: SqlRunner) => Promise<T>): Promise<T> {
    return this.within('begin; set local role foundry_maintenance', work);
  }

  private async within<T>(begin: string, work: (sql: SqlRunner) => Promise<T>): Promise<T> {
    await this.client.query(begin);
    try {
      const result = await work(this.sql);
      await this.client.query('commit');
      return result;
    } catch (error) {
      await this.client.query('rollback');
      throw error;
    }
  }
}
