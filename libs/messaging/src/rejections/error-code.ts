import type { RejectionKind } from '../contracts/index.js';

/** A stable code with what its page under `/docs/errors` says. Codes are only added, never reused. */
export interface ErrorCode {
  /** `noun.reason` in snake_case. */
  code: string;
  /** HTTP status that it comes with. */
  status: number;
  /** A fixed sentence without a full stop, the same for every case. */
  title: string;
  meaning: string;
  /** What the caller can do. */
  remedy: string;
}

const STATUS_OF_KIND: Record<RejectionKind, number> = {
  invalid: 422,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  limited: 429,
};

/** The status of a refusal whose code says nothing more exact. */
export const statusOfKind = (kind: RejectionKind): number => STATUS_OF_KIND[kind];

/**
 * Declares the code of a rejection, beside it in `domain`; routes name it in `problems`, and the error page, the OpenAPI
 * document and the problem's title come from it.
 */
export function errorCode(declared: Omit<ErrorCode, 'status'> & { kind: RejectionKind }): ErrorCode {
  const { kind, ...rest } = declared;
  return { ...rest, status: STATUS_OF_KIND[kind] };
}

/** `errorCode` in few words, for the lists of a module that has many codes of the same kind. */
export const errorCodesOf =
  (kind: RejectionKind) =>
  (code: string, title: string, meaning: string, remedy: string): ErrorCode =>
    errorCode({ code, kind, title, meaning, remedy });

/** Codes of module pages that are written in camelCase there: `deadLetter.resolved` is `dead_letter.resolved` here. */
export const wireCode = (code: string): string => code.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
