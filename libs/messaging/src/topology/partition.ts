import { createHash } from 'node:crypto';

/** The partition of an entity: the first four bytes of SHA-256 of its id, big endian, modulo the module's partitions. */
export function partitionOf(entityId: string, partitions: number): number {
  return createHash('sha256').update(entityId).digest().readUInt32BE(0) % partitions;
}
