import type { z } from 'zod';
import { type FieldError, MAX_FIELD_ERRORS } from './problem.js';

type Path = readonly PropertyKey[];

/** How a place in a request is named in `errors`. */
export type FieldPointer = (path: Path) => string;

const escaped = (part: PropertyKey): string => String(part).slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1');

/** JSON pointer (RFC 6901) into the body; empty for the whole. */
export const bodyPointer = (path: Path): string => path.map((part) => `/${escaped(part)}`).join('');

/** `query:limit`. */
export const queryPointer = (path: Path): string => `query:${path.map((part) => escaped(part)).join('.')}`;

function faultsOf(issue: z.core.$ZodIssue, pointer: FieldPointer): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointer([...issue.path, key]),
      code: 'unknown_field',
      detail: 'There is no such field.',
    }));
  }
  return [{ pointer: pointer(issue.path), code: issue.code, detail: issue.message }];
}

/** The faults that zod found, at most 20, without the values that were sent. */
export function fieldErrors(error: z.ZodError, pointer: FieldPointer): FieldError[] {
  return error.issues.flatMap((issue) => faultsOf(issue, pointer)).slice(0, MAX_FIELD_ERRORS);
}
