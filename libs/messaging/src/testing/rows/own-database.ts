import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

const SERVER = process.env['DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** An empty database of its own for one test file, on the server that `DATABASE_URL` names. */
export class OwnDatabase {
  private constructor(
    readonly name: string,
    readonly url: string,
  ) {}

  static async create(server = SERVER): Promise<OwnDatabase> {
    const name = `foundry_test_${randomBytes(6).toString('hex')}`;
    await onServer(server, `create database ${name}`);
    const url = new URL(server);
    url.pathname = `/${name}`;
    return new OwnDatabase(name, url.href);
  }

  /** Also while processes are connected: they are cut off. */
  async drop(server = SERVER): Promise<void> {
    await onServer(server, `drop database if exists ${this.name} with (force)`);
  }
}

async function onServer(server: string, command: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(command);
  } finally {
    await client.end();
  }
}
