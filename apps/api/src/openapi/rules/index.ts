import type { RouteEntry } from '@foundry/messaging';
import { ANSWERS } from './answers.js';
import { MEANING } from './meaning.js';
import { NAMING } from './naming.js';
import { REQUESTS } from './requests.js';
import type { Rule } from './rule.js';
import { SCHEMAS } from './schemas.js';

export const RULES: readonly Rule[] = [...NAMING, ...REQUESTS, ...ANSWERS, ...SCHEMAS, ...MEANING];

/** Everything that is wrong with these routes; empty when the document may be published. */
export const faultsOf = (routes: readonly RouteEntry[]): string[] =>
  RULES.flatMap(({ name, demands, faults }) => faults(routes).map((fault) => `${name}: ${fault} (${demands})`));
