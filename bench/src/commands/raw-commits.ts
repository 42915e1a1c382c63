import pg from 'pg';

/** Raw Postgres: one row, one commit, over as many connections as calls are under way (16 at most). */
export class RawCommits {
  private constructor(private readonly pool: pg.Pool) {}

  static async open(databaseUrl: string): Promise<RawCommits> {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 16 });
    await pool.query('create table if not exists raw_commits (id bigint generated always as identity, note text)');
    return new RawCommits(pool);
  }

  async call(): Promise<void> {
    await this.pool.query({
      name: 'raw',
      text: 'insert into raw_commits (note) values ($1)',
      values: ['a durable row'],
    });
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
