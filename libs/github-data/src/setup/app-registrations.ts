import { Database, Encryption, type Place, type SealedTable, Secret, type SqlRunner } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Hidden, InstanceApp } from '../contracts/index.js';

const TABLE = 'github_data.app_registration';
/** There is one row at most. */
const ROW = 'app';

export const SEALED_REGISTRATION: SealedTable = {
  table: TABLE,
  row: 'registration',
  keyId: 'key_id',
  columns: ['client_secret', 'private_key', 'webhook_secret'],
};

const Row = z.object({
  appId: z.string(),
  pageUrl: z.string(),
  clientId: z.string(),
  clientSecret: z.instanceof(Buffer),
  privateKey: z.instanceof(Buffer),
  webhookSecret: z.instanceof(Buffer).nullable(),
  keyId: z.string(),
});

/** An App as GitHub hands it over, once. */
export type NewApp = InstanceApp & { slug: string; pageUrl: string };

const placeOf = (column: string): Place => ({ table: TABLE, column, row: ROW });

/** The App that was made on the set-up page; its secrets are encrypted. */
@Injectable()
export class AppRegistrations {
  constructor(
    private readonly database: Database,
    private readonly encryption: Encryption,
  ) {}

  /** Throws `NotReadable` when its key is gone. */
  async read(): Promise<InstanceApp | null> {
    const rows = await this.database.sql`select app_id as "appId", page_url as "pageUrl", client_id as "clientId",
      client_secret as "clientSecret", private_key as "privateKey", webhook_secret as "webhookSecret", key_id as "keyId"
      from github_data.app_registration`;
    const [row] = Row.array().parse(rows);
    if (!row) return null;
    const { appId, clientId, pageUrl, keyId } = row;
    const opened = (column: string, bytes: Buffer) => this.encryption.open({ keyId, bytes }, placeOf(column));
    return {
      appId,
      clientId,
      pageUrl,
      clientSecret: opened('client_secret', row.clientSecret),
      privateKey: opened('private_key', row.privateKey),
      webhookSecret: row.webhookSecret && opened('webhook_secret', row.webhookSecret),
    };
  }

  /** False: there is one already, and this one is not kept. */
  async add(sql: SqlRunner, app: NewApp): Promise<boolean> {
    const sealed = (column: string, value: Hidden) => this.encryption.seal(new Secret(value.reveal()), placeOf(column));
    const { keyId, bytes } = sealed('client_secret', app.clientSecret);
    const webhookSecret = app.webhookSecret && sealed('webhook_secret', app.webhookSecret).bytes;
    const added = await sql`
      insert into github_data.app_registration (registration, app_id, slug, page_url, client_id, client_secret,
        private_key, webhook_secret, key_id)
      values (${ROW}, ${app.appId}, ${app.slug}, ${app.pageUrl}, ${app.clientId}, ${bytes},
        ${sealed('private_key', app.privateKey).bytes}, ${webhookSecret}, ${keyId})
      on conflict (registration) do nothing returning registration`;
    return added.length > 0;
  }
}
