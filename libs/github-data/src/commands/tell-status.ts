import type { Tx } from '@foundry/messaging';
import { StatusChanged } from '../contracts/index.js';
import { readStatus } from '../rows/status-rows.js';
import { takeVersions } from './versions.js';

/** Tells installation, sync and progress as they are now. */
export async function tellStatus(tx: Tx, organizationId: string): Promise<void> {
  const version = await takeVersions(tx, organizationId);
  const github = await readStatus(tx, organizationId);
  if (github) tx.emit(new StatusChanged({ organizationId, version, github }));
}
