import { z } from 'zod';
import { cut } from '../reading/values.js';

const said = cut(300).optional().catch(undefined);

/** What GitHub wrote in its refusal: untrusted text that people may be shown, and nobody else. */
const GithubWords = z.object({
  message: cut(300).catch(''),
  errors: z
    .array(
      z.union([
        z.object({ field: said, code: said, message: said }),
        cut(300).transform((message) => ({ message, field: undefined, code: undefined })),
      ]),
    )
    .max(100)
    .catch([]),
});
export type GithubWords = z.output<typeof GithubWords>;

/** The words of an error's answer; null when it is none of GitHub's. */
export const wordsOf = (data: unknown): GithubWords | null => GithubWords.safeParse(data).data ?? null;

/** All of it in one line, the most exact first. */
export function lineOf({ message, errors }: GithubWords): string {
  const details = errors.map((error) => error.message ?? [error.field, error.code].filter(Boolean).join(' '));
  return [...details, message].filter((part) => part !== '').join('; ');
}
