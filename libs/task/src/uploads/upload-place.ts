import type { Place, SealedTable } from '@foundry/messaging';

const TABLE = 'task.uploads';

/** Images are encrypted as their base64 text. */
export const SEALED_UPLOADS: SealedTable = { table: TABLE, row: 'upload_id', keyId: 'key_id', columns: ['data'] };

/** The place that an image is bound to; the API seals for it. */
export const uploadPlace = (uploadId: string): Place => ({ table: TABLE, column: 'data', row: uploadId });
