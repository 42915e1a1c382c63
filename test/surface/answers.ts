import formats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { document, type Operation } from './operations.js';

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(z.looseObject({}).parse(document), 'openapi');

const Problem = z.object({ status: z.int(), code: z.string(), commandId: z.string().optional() });

/** An answer that was held against the document. `code` is that of a problem. */
export interface Seen {
  status: number;
  code: string | null;
  commandId: string | null;
  body: unknown;
  text: string;
  headers: Headers;
}

/**
 * Reads an answer. Throws when the document does not know it: another status, media type or form, or a code that is not
 * listed for the operation; and for every 500, which is always a defect.
 */
export async function seen(operation: Operation, response: Response): Promise<Seen> {
  const text = await response.text();
  const what = `${operation.method} ${operation.path} answered ${String(response.status)} ${text.slice(0, 400)}`;
  if (response.status === 500) throw new Error(`${what}: a fault of ours`);
  const type = response.headers.get('content-type')?.split(';', 1)[0] ?? '';
  const isProblem = type === 'application/problem+json';
  const known = operation.answers.get(String(response.status)) ?? operation.answers.get('default');
  if (!known) throw new Error(`${what}: docs/openapi.json does not list this status`);
  const parsed = /[/+]json$/.test(type) && text !== '' ? parse(text) : undefined;
  if (text !== '')
    mustFit(known.get(type) ?? known.get(type.replace(/\/.*/, '/*')), parsed ?? text, `${what} (${type})`);
  if (!isProblem) return { ...plain(response, text, parsed), code: null, commandId: null };
  const problem = Problem.parse(parsed);
  const listed = operation.codes.get(response.status) ?? [];
  if (operation.answers.has(String(response.status)) && !listed.includes(problem.code)) {
    throw new Error(`${what}: its code is not listed for the operation, only ${listed.join(', ')}`);
  }
  return { ...plain(response, text, parsed), code: problem.code, commandId: problem.commandId ?? null };
}

const plain = ({ status, headers }: Response, text: string, body: unknown) => ({ status, headers, text, body });

function parse(text: string): unknown {
  return JSON.parse(text);
}

function mustFit(pointer: string | undefined, body: unknown, what: string): void {
  if (pointer === undefined) throw new Error(`${what}: docs/openapi.json does not list this media type`);
  const validate = ajv.getSchema(`openapi#${pointer.split('/').map(encodeURIComponent).join('/')}`);
  if (!validate) throw new Error(`${what}: there is no schema at ${pointer}`);
  if (validate(body) !== true) throw new Error(`${what}: ${ajv.errorsText(validate.errors)}`);
}
