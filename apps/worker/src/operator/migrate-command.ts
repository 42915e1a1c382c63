import { KERNEL_MANIFEST, MessagingConfig, prepareDatabase, readConfig } from '@foundry/messaging';
import type { Command } from 'commander';
import { MANIFESTS } from '../modules.js';
import type { Operator } from './operator.js';

const Config = MessagingConfig.pick({ DATABASE_URL: true, DATABASE_OWNER_URL: true, MESSAGING_PARTITIONS: true });

/** `migrate`: for installations whose processes may not do it at their start, because none knows the owner's password. */
export function addMigrateCommand(program: Command, { migrate, say }: Operator): void {
  program
    .command('migrate')
    .description('migrate the database as DATABASE_OWNER_URL and give foundry_api and foundry_worker their rights')
    .action(async () => {
      say(`${await migrate()} is that of this release now`);
    });
}

/** Migrates what the environment names, as its owner. Throws `BootError` when that does not work. */
export async function migrateNow(environment: NodeJS.ProcessEnv, databaseUrl: string): Promise<string> {
  const config = readConfig(Config, { ...environment, DATABASE_URL: databaseUrl });
  const owner = config.DATABASE_OWNER_URL ?? config.DATABASE_URL;
  await prepareDatabase({
    urls: { product: owner, owner },
    manifests: [KERNEL_MANIFEST, ...MANIFESTS],
    kind: null,
    partitions: config.MESSAGING_PARTITIONS,
  });
  const { host, pathname } = new URL(owner);
  return host + pathname;
}
