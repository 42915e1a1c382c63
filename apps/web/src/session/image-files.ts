import type { AgentView } from '@foundry/sandbox/contracts';
import { MOST_ATTACHMENTS } from './draft.js';

/** What an image may be, as browsers name it. The server looks at the content too. */
export const IMAGE_TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

const MIB = 1024 * 1024;
const MOST_BYTES = 5 * MIB;
const MOST_IMAGES = 4;

/** What of a file is looked at before it is sent. */
export interface OfferedFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** What the message has already. `noImages`: why its agent takes none; null: it does. */
export interface RoomForImages {
  readonly images: number;
  readonly attachments: number;
  readonly noImages: string | null;
}

/** Which files go with the message, and a sentence for each that does not. */
export function sortImages<F extends OfferedFile>(
  files: readonly F[],
  { images, attachments, noImages }: RoomForImages,
): { taken: F[]; refused: string[] } {
  const taken: F[] = [];
  const refused: string[] = [];
  for (const file of files) {
    const reason = noImages ?? whyNot(file, images + taken.length, attachments + taken.length);
    if (reason === null) taken.push(file);
    else refused.push(reason);
  }
  return { taken, refused: [...new Set(refused)] };
}

function whyNot({ name, type, size }: OfferedFile, images: number, attachments: number): string | null {
  if (!IMAGE_TYPES.has(type)) return `${name} was left out: only PNG, JPEG, GIF and WebP images can be attached.`;
  if (size === 0) return `${name} was left out: it is empty.`;
  if (size > MOST_BYTES) return `${name} was left out: it has ${mebibytes(size)} MiB, and 5 MiB is the most.`;
  if (images >= MOST_IMAGES) return `${name} was left out: a message takes ${MOST_IMAGES} images.`;
  if (attachments >= MOST_ATTACHMENTS) return `${name} was left out: a message takes ${MOST_ATTACHMENTS} attachments.`;
  return null;
}

/** Rounded up, so that what is too large never reads as if it were not. */
const mebibytes = (bytes: number): string => (Math.ceil((bytes / MIB) * 10) / 10).toFixed(1);

/** Why an agent gets no images; null: it takes them, or nobody knows yet. */
export function whyNoImages(agent: Pick<AgentView, 'name' | 'capabilities'> | null | undefined): string | null {
  return agent?.capabilities['images'] === false ? `${agent.name} takes no images.` : null;
}
