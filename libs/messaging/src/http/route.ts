import { SetMetadata } from '@nestjs/common';
import type { z } from 'zod';
import type { CommandClass } from '../contracts/index.js';
import type { ErrorCode } from '../rejections/error-code.js';

/** 302 sends a browser elsewhere; 503 only for the few answers that are a report and no problem. */
export type AnswerStatus = 200 | 201 | 202 | 204 | 302 | 503;

/** What a route does, for people and for programs: the OpenAPI document is made of it, and the kernel answers by it. */
export interface RouteDefinition {
  /** Verb and noun in camelCase, unique: `grantRole`. */
  operationId: string;
  /** The module, or the noun of its own that the document lists routes under. */
  tag: string;
  /** At most 60 characters, no full stop. */
  summary: string;
  /** What it does, its limits and side effects. */
  description: string;
  /**
   * What each success carries: a schema with an example, or null for an empty body. A route that sends a command answers with
   * its one status of 200, 201 or 204 when it is handled, and 202 is added by itself. `202` alone: never waits.
   */
  answers: Partial<Record<AnswerStatus, z.ZodType | null>>;
  /** Codes of the module that this route may give; general ones are added by themselves. */
  problems?: readonly ErrorCode[];
  /** The command that it sends. */
  command?: CommandClass;
  /** Kind of the entry in the audit log, where it is another than the command declares. */
  audit?: string;
  /** For the few mutating routes that write without a command: why, and the audit kind or `none`. */
  direct?: { reason: string; audit: string };
  /** The answer's `version` is sent as `ETag`, and `If-None-Match` is answered with 304. */
  versioned?: boolean;
  /** `required`: without `If-Match` it is refused with 428. Read it with `@IfMatch()`. */
  ifMatch?: 'optional' | 'required';
  /** A read that waits where `Prefer: wait=n` asks for it. */
  waits?: boolean;
  /** Limit of the body in bytes. Default 256 KiB. */
  bodyLimit?: number;
  /** How long it may take until it answers, in milliseconds. Default 15 s; what streams only has to begin by then. */
  limitMs?: number;
  /** Media type of the success. Default `application/json`. */
  media?: string;
  /** Header names with descriptions that a success carries beside the usual ones. */
  headers?: Readonly<Record<string, string>>;
}

export const ROUTE_METADATA = 'foundry:route';

/** Describes the route, beside Nest's `@Get`, `@Put` and so on. Boot fails for a route without it. */
export const Route = (definition: RouteDefinition): MethodDecorator => SetMetadata(ROUTE_METADATA, definition);

/** The definition of a controller's method; null for one that is not part of the API's document. */
export function routeOf(handler: object): RouteDefinition | null {
  const definition: unknown = Reflect.getMetadata(ROUTE_METADATA, handler);
  return isRoute(definition) ? definition : null;
}

const isRoute = (value: unknown): value is RouteDefinition =>
  typeof value === 'object' && value !== null && 'operationId' in value;
