import type { Tx } from '@foundry/messaging';
import { AccessChanged } from '../contracts/index.js';
import { chunks } from './chunks.js';
import { takeVersions } from './versions.js';

/** Repositories in one event. */
const MOST = 500;

type Changed = AccessChanged['payload']['lowered'];

/** Tells that a person may do less or more, in as many events as it takes; nothing when nothing changed. */
export async function tellAccess(
  tx: Tx,
  organizationId: string,
  userId: string,
  { lowered, raised }: { lowered: Changed; raised: Changed },
): Promise<void> {
  const parts = [
    ...chunks(lowered, MOST).map((part) => ({ lowered: [...part], raised: [] })),
    ...chunks(raised, MOST).map((part) => ({ lowered: [], raised: [...part] })),
  ];
  for (const part of parts) {
    const version = await takeVersions(tx, organizationId);
    tx.emit(new AccessChanged({ organizationId, version, userId, all: false, ...part }));
  }
}
