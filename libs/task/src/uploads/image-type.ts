/** What an image may be, by its first bytes: what somebody says about it counts for nothing. */
const FORMS: readonly { type: ImageType; begins: (bytes: Buffer) => boolean }[] = [
  { type: 'image/png', begins: (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')) },
  { type: 'image/jpeg', begins: (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex')) },
  { type: 'image/gif', begins: (bytes) => /^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6)) },
  { type: 'image/webp', begins: (bytes) => /^RIFF.{4}WEBP$/s.test(bytes.toString('latin1', 0, 12)) },
];

export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';

/** Null: it is none of these. */
export const imageTypeOf = (bytes: Buffer): ImageType | null => FORMS.find(({ begins }) => begins(bytes))?.type ?? null;
