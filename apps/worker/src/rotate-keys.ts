import { BootError, EncryptionKeys, KeyRing, MessagingConfig, readConfig, rotateKeys } from '@foundry/messaging';
import pg from 'pg';
import { MANIFESTS } from './modules.js';

const Config = MessagingConfig.pick({ DATABASE_URL: true }).extend({ FOUNDRY_ENCRYPTION_KEYS: EncryptionKeys });

/** `npm run keys:rotate`: writes every encrypted value again with the first key. The product may run meanwhile. */
async function rotateAll(): Promise<void> {
  const config = readConfig(Config, process.env);
  const keys = new KeyRing(config.FOUNDRY_ENCRYPTION_KEYS);
  const client = new pg.Client({ connectionString: config.DATABASE_URL, application_name: 'foundry keys:rotate' });
  await client.connect();
  try {
    for (const sealed of MANIFESTS.flatMap((manifest) => manifest.sealed ?? [])) {
      const { rotated, unreadable } = await rotateKeys(client, keys, sealed);
      process.stdout.write(`${sealed.table}: ${String(rotated)} rows now use the key ${keys.writing.id}.\n`);
      for (const line of unreadable) process.stderr.write(`${line}\n`);
      if (unreadable.length > 0) process.exitCode = 1;
    }
  } finally {
    await client.end();
  }
}

try {
  await rotateAll();
} catch (error) {
  if (!(error instanceof BootError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
