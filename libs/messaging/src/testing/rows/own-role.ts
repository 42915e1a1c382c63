import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** A login of its own for one test file, without any right but to connect. `await role.drop()` before its database goes. */
export class OwnRole {
  private constructor(
    readonly name: string,
    /** The database, as this role. */
    readonly url: string,
    private readonly owner: string,
  ) {}

  static async create(databaseUrl: string): Promise<OwnRole> {
    const name = `foundry_test_${randomBytes(6).toString('hex')}`;
    const password = randomBytes(12).toString('hex');
    await run(databaseUrl, [`create role ${name} login password '${password}'`]);
    const url = new URL(databaseUrl);
    url.username = name;
    url.password = password;
    return new OwnRole(name, url.href, databaseUrl);
  }

  async drop(): Promise<void> {
    await run(this.owner, [`drop owned by ${this.name}`, `drop role ${this.name}`]);
  }
}

async function run(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
