#!/usr/bin/env node
// @ts-check
/**
 * The verifier of Foundry's audit log: one file without dependencies, for Node 20 and newer. The product runs the same
 * file on its database. For an export:
 *
 *     node audit-verify.mjs export.jsonl --key public.pem [--key older.pem] [--expect <seq>:<hash>]
 *
 * `--key` takes a PEM file, or base64 of the public key (SPKI); get it from someone you trust, not from the file.
 * `--expect` takes a head or checkpoint that was kept elsewhere. Exit code 0 intact, 1 broken, 2 could not run.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, realpathSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {'edited' | 'details_changed' | 'details_missing' | 'deleted' | 'inserted' | 'reordered' | 'truncated' | 'signature'} FaultName
 * @typedef {{ fault: FaultName, seq: string, message: string }} Fault
 * @typedef {{ stream_id: string, seq: string, entry_id: string, kind: string, actor_id: string, on_behalf_of: string | null,
 *   subject_type: string, subject_id: string, details_digest: string, previous_hash: string, hash: string }} Chained
 * @typedef {{ salt: string | null, data: unknown, erased_by: string | null }} Details
 * @typedef {{ seq: string, hash: string, signature: string, key_id: string }} Signed
 * @typedef {{ seq: bigint, hash: string }} Point
 * @typedef {{ entry: Chained, wrong: Fault }} Suspect
 * @typedef {{ seq: string, persons: Map<string, string | null> }} Erasure
 */

/** Subjects whose id is a person's. */
export const PERSON_SUBJECTS = ['user', 'member'];

/** @param {string | Buffer} content */
const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/**
 * RFC 8785. Throws for what is no JSON.
 * @param {unknown} value
 * @returns {string}
 */
export function canonicalJson(value) {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value !== 'object') throw new TypeError(`No JSON: ${typeof value}`);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`;
}

/** The hash before the first entry. @param {string} streamId */
export const genesisHash = (streamId) => sha256(`foundry-audit:${streamId}`);

/** The hash of an entry: everything in it but `hash` itself. @param {object} entry */
export const entryHash = (entry) =>
  sha256(canonicalJson(Object.fromEntries(Object.entries(entry).filter(([name]) => name !== 'hash'))));

/** @param {string} salt 32 hexadecimal digits @param {unknown} data */
export const detailsDigest = (salt, data) =>
  sha256(Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(canonicalJson(data))]));

/** What a head's or checkpoint's signature is of. @param {string} streamId @param {string} seq @param {string} hash */
export const headStatement = (streamId, seq, hash) => Buffer.from(`foundry-audit-head:${streamId}:${seq}:${hash}`);

/** The id of a public key. @param {import('node:crypto').KeyObject} key */
export const keyIdOf = (key) => sha256(key.export({ type: 'spki', format: 'der' })).slice(0, 16);

/**
 * Reads one stream in order, recomputes everything and keeps the first fault. Memory does not grow with the stream.
 * Call `add` for each entry in order of reading, `checkpoint` for each checkpoint after its entry, then `finish`.
 */
export class ChainVerifier {
  /** @type {Fault | null} */ #fault = null;
  /** @type {Suspect | null} */ #suspect = null;
  /** @type {Point} */ #last;
  /** @type {string | null} */ #lastButOne = null;
  /** @type {Map<string, Erasure>} */ #erasures = new Map();
  #anchored;
  #entries = 0;
  #erased = 0;

  /**
   * `start` is the entry before the first one to read; null: take the first one's own word, its successors vouch for it.
   * @param {{ streamId: string, keys: ReadonlyMap<string, import('node:crypto').KeyObject>, start: Point | null,
   *   expected?: readonly Point[] }} options
   */
  constructor({ streamId, keys, start, expected = [] }) {
    this.streamId = streamId;
    this.keys = keys;
    this.expected = expected;
    this.#anchored = start !== null;
    this.#last = start ?? { seq: -1n, hash: '' };
  }

  get fault() {
    return this.#fault;
  }
  /** The last entry that was read and fits. */
  get last() {
    return this.#last;
  }
  get entries() {
    return this.#entries;
  }
  /** Entries whose details were erased by the tool, which is no fault. */
  get erased() {
    return this.#erased;
  }

  /** Erasing entries that were named and not read yet. */
  get openErasures() {
    return [...this.#erasures.keys()];
  }

  /**
   * @param {Chained} entry @param {Details | null} details
   * @returns {boolean} false once a fault is found
   */
  add(entry, details) {
    if (this.#fault) return false;
    if (this.#suspect) return this.#decide(this.#suspect, entry);
    if (!this.#anchored) {
      this.#anchored = true;
      this.#last = { seq: BigInt(entry.seq) - 1n, hash: entry.previous_hash };
    }
    const wrong = this.#wrongChain(entry);
    if (wrong) {
      this.#suspect = { entry, wrong };
      return true;
    }
    this.#lastButOne = this.#last.hash;
    this.#last = { seq: BigInt(entry.seq), hash: entry.hash };
    this.#entries += 1;
    this.#checkDetails(entry, details);
    this.#checkExpected();
    return this.#fault === null;
  }

  /** An erasing entry that lies outside of what is read. @param {Chained | null} entry */
  erasedElsewhere(entry) {
    if (entry && entryHash(entry) === entry.hash) this.#settleErasure(entry);
  }

  /** @param {Signed} checkpoint of the entry that was added last */
  checkpoint(checkpoint) {
    if (this.#fault || this.#suspect) return;
    this.#checkSigned(checkpoint, 'checkpoint');
  }

  /**
   * The end of the stream, or of the part that is read. `null`: the part ends before the head.
   * @param {{ head: Signed | null, checkpoints?: readonly Signed[] } | null} end
   */
  finish(end) {
    if (this.#suspect) this.#fault = this.#suspect.wrong;
    if (this.#fault) return;
    for (const [id, { seq }] of this.#erasures)
      this.#earliest('details_missing', seq, `no entry ${id} erased these details`);
    if (this.#fault || !end) return;
    if (!this.#anchored && end.head) return this.#checkSignature(end.head, 'head');
    const beyond = [...(end.checkpoints ?? []), ...(end.head ? [end.head] : [])].find(
      ({ seq }) => BigInt(seq) > this.#last.seq,
    );
    const missing = beyond ?? this.expected.find(({ seq }) => seq > this.#last.seq);
    if (missing) return this.#found('truncated', String(this.#last.seq + 1n), `entry ${missing.seq} is known and gone`);
    if (!end.head) return this.#found('signature', String(this.#last.seq), 'there is no signed head');
    if (BigInt(end.head.seq) < this.#last.seq) {
      return this.#found('inserted', String(BigInt(end.head.seq) + 1n), `the head is entry ${end.head.seq}`);
    }
    this.#checkSigned(end.head, 'head');
  }

  /** @param {Chained} entry @returns {Fault | null} */
  #wrongChain(entry) {
    const expected = this.#last.seq + 1n;
    const seq = BigInt(entry.seq);
    if (entry.stream_id !== this.streamId)
      return { fault: 'inserted', seq: entry.seq, message: `is of stream ${entry.stream_id}` };
    if (seq !== expected && entryHash({ ...entry, seq: String(expected) }) === entry.hash)
      return { fault: 'edited', seq: String(expected), message: `it says that it is entry ${entry.seq}` };
    if (seq > expected)
      return { fault: 'deleted', seq: String(expected), message: `entry ${entry.seq} follows ${this.#last.seq}` };
    if (seq === this.#last.seq) return { fault: 'inserted', seq: entry.seq, message: 'there are two of this number' };
    if (seq < expected) return { fault: 'reordered', seq: entry.seq, message: `follows entry ${this.#last.seq}` };
    const meets = entry.previous_hash === this.#last.hash;
    const before = String(this.#last.seq);
    if (!meets && entry.previous_hash === this.#lastButOne)
      return { fault: 'inserted', seq: before, message: `entry ${entry.seq} follows the one before it` };
    if (entryHash(entry) !== entry.hash) {
      const onlyLink = entryHash({ ...entry, previous_hash: this.#last.hash }) === entry.hash;
      if (meets || onlyLink) return { fault: 'edited', seq: entry.seq, message: 'its content does not have its hash' };
      return { fault: 'reordered', seq: entry.seq, message: 'neither its content nor its link fit this place' };
    }
    if (meets) return null;
    if (this.#entries > 0)
      return { fault: 'edited', seq: before, message: `entry ${entry.seq} names another hash for it` };
    return { fault: 'deleted', seq: entry.seq, message: 'the entry that it follows is not the one before it' };
  }

  /** The entry after a bad one tells what happened to it. @param {Suspect} suspect @param {Chained} next */
  #decide({ entry, wrong }, next) {
    const swapped = wrong.fault === 'deleted' && BigInt(next.seq) < BigInt(entry.seq);
    const exchanged = entry.previous_hash === next.hash;
    const pushedIn = next.previous_hash === this.#last.hash;
    this.#suspect = null;
    this.#fault = wrong;
    if (swapped) this.#fault = { ...wrong, fault: 'reordered', message: `entry ${entry.seq} stands in its place` };
    else if (wrong.fault === 'edited' || wrong.fault === 'reordered') {
      if (exchanged) this.#fault = { ...wrong, fault: 'reordered', message: 'stands before the entry that it follows' };
      else if (pushedIn)
        this.#fault = { ...wrong, fault: 'inserted', message: 'the next entry follows the one before it' };
    }
    return false;
  }

  /** @param {Chained} entry @param {Details | null} details */
  #checkDetails(entry, details) {
    this.#settleErasure(entry);
    if (!details) return this.#found('details_missing', entry.seq, 'its details are gone');
    if (details.data !== null && details.salt !== null && details.erased_by === null) {
      if (detailsDigest(details.salt, details.data) === entry.details_digest) return;
      return this.#found('details_changed', entry.seq, 'its details do not have their digest');
    }
    if (details.erased_by === null) return this.#found('details_missing', entry.seq, 'its details are empty');
    if (details.data !== null || details.salt !== null)
      return this.#found('details_changed', entry.seq, 'erased and present');
    this.#erased += 1;
    this.#noteErasure(details.erased_by, entry);
  }

  /** Keeps for each person of the first erased entry the first entry that is not theirs. @param {string} id @param {Chained} entry */
  #noteErasure(id, entry) {
    const persons = [
      entry.actor_id,
      entry.on_behalf_of,
      PERSON_SUBJECTS.includes(entry.subject_type) ? entry.subject_id : null,
    ];
    const known = this.#erasures.get(id);
    if (!known) {
      const own = persons.filter((person) => person !== null);
      this.#erasures.set(id, { seq: entry.seq, persons: new Map(own.map((person) => [person, null])) });
      return;
    }
    for (const [person, stranger] of known.persons) {
      if (stranger === null && !persons.includes(person)) known.persons.set(person, entry.seq);
    }
  }

  /** @param {Chained} entry */
  #settleErasure(entry) {
    const erasure = this.#erasures.get(entry.entry_id);
    if (!erasure || entry.kind !== 'audit.details_erased') return;
    this.#erasures.delete(entry.entry_id);
    const stranger = erasure.persons.get(entry.subject_id);
    if (stranger === null) return;
    this.#earliest('details_missing', stranger ?? erasure.seq, 'erased for a person whom it does not concern');
  }

  /** @param {Signed} signed @param {string} what */
  #checkSigned(signed, what) {
    this.#checkSignature(signed, what);
    if (signed.hash !== this.#last.hash)
      this.#found('edited', signed.seq, `its ${what} has another hash: it was written anew`);
  }

  /** @param {Signed} signed @param {string} what */
  #checkSignature(signed, what) {
    const key = this.keys.get(signed.key_id);
    const statement = headStatement(this.streamId, signed.seq, signed.hash);
    const valid = key !== undefined && verify(null, statement, key, Buffer.from(signed.signature, 'hex'));
    if (!valid) this.#found('signature', signed.seq, `its ${what} is not signed by a known key`);
  }

  #checkExpected() {
    const expected = this.expected.find(({ seq }) => seq === this.#last.seq);
    if (expected && expected.hash !== this.#last.hash)
      this.#found('edited', String(expected.seq), 'is not the entry that was expected');
  }

  /** @param {FaultName} fault @param {string} seq @param {string} message */
  #found(fault, seq, message) {
    this.#fault ??= { fault, seq, message };
  }

  /** @param {FaultName} fault @param {string} seq @param {string} message */
  #earliest(fault, seq, message) {
    if (!this.#fault || BigInt(seq) < BigInt(this.#fault.seq)) this.#fault = { fault, seq, message };
  }
}

/** The file could not be checked at all. */
export class CannotVerify extends Error {}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param {Record<string, unknown>} record @param {readonly string[]} names */
const hasTexts = (record, names) => names.every((name) => typeof record[name] === 'string');

/** @param {unknown} value @returns {value is Chained} */
const isEntry = (value) =>
  isObject(value) &&
  hasTexts(value, [
    'stream_id',
    'entry_id',
    'kind',
    'actor_id',
    'subject_type',
    'subject_id',
    'previous_hash',
    'hash',
    'details_digest',
  ]) &&
  /^[0-9]{1,19}$/.test(String(value['seq']));

/** @param {unknown} value @returns {value is Details | null} */
const isDetails = (value) =>
  value === null ||
  (isObject(value) &&
    'data' in value &&
    ['salt', 'erased_by'].every((name) => value[name] === null || typeof value[name] === 'string'));

/** @param {unknown} value @returns {value is Signed} */
const isSigned = (value) =>
  isObject(value) &&
  hasTexts(value, ['seq', 'hash', 'signature', 'key_id']) &&
  /^[0-9]{1,19}$/.test(String(value['seq']));

/** A line, unless it is not exactly what an export writes. @param {string} line */
function parseLine(line) {
  try {
    /** @type {unknown} */
    const value = JSON.parse(line);
    return isObject(value) && canonicalJson(value) === line ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * Verifies an export, line by line. Throws `CannotVerify` for what is no export.
 * @param {AsyncIterable<string> | Iterable<string>} lines
 * @param {{ keys: ReadonlyMap<string, import('node:crypto').KeyObject>, expected?: readonly Point[] }} options
 */
export async function verifyExport(lines, { keys, expected = [] }) {
  /** @type {ChainVerifier | null} */ let verifier = null;
  /** @type {{ from: string, to: string } | null} */ let range = null;
  /** @type {Fault | null} */ let fault = null;
  let ended = false;
  for await (const line of lines) {
    const value = parseLine(line);
    if (!verifier) {
      if (value?.['type'] !== 'header' || !hasTexts(value, ['stream_id', 'from', 'to']))
        throw new CannotVerify('The first line is not the header of an export.');
      const streamId = String(value['stream_id']);
      range = { from: String(value['from']), to: String(value['to']) };
      const early = expected.find(({ seq }) => seq < BigInt(String(value['from'])));
      if (early) throw new CannotVerify(`Entry ${early.seq} of --expect lies before this export.`);
      const start = range.from === '1' ? { seq: 0n, hash: genesisHash(streamId) } : null;
      verifier = new ChainVerifier({ streamId, keys, start, expected });
      continue;
    }
    const expectedSeq = verifier.entries === 0 ? (range?.from ?? '1') : String(verifier.last.seq + 1n);
    if (ended) fault = { fault: 'inserted', seq: expectedSeq, message: 'there are lines after the end' };
    else if (value && (value['type'] === 'head' || value['type'] === 'checkpoint') && isSigned(value)) {
      ended = true;
      verifier.finish({ head: value });
    } else if (value && Object.keys(value).length === 2 && isEntry(value['entry']) && isDetails(value['details'])) {
      if (verifier.entries === 0 && value['entry'].seq !== expectedSeq)
        fault = { fault: 'deleted', seq: expectedSeq, message: `the export begins with entry ${value['entry'].seq}` };
      else if (!verifier.add(value['entry'], value['details'])) break;
    } else
      fault = {
        fault: BigInt(expectedSeq) > BigInt(range?.to ?? '0') ? 'signature' : 'edited',
        seq: expectedSeq,
        message: 'its line is not as it was written',
      };
    if (fault) break;
  }
  if (!verifier || !range) throw new CannotVerify('The file is empty.');
  if (!ended) verifier.finish(null);
  fault ??= verifier.fault;
  const next = verifier.entries === 0 ? range.from : String(verifier.last.seq + 1n);
  if (!ended) fault ??= { fault: 'truncated', seq: next, message: 'the file has no end' };
  if (BigInt(next) <= BigInt(range.to))
    fault ??= { fault: 'truncated', seq: next, message: `the file promises entries up to ${range.to}` };
  return {
    streamId: verifier.streamId,
    from: range.from,
    to: String(BigInt(next) - 1n),
    entries: verifier.entries,
    erased: verifier.erased,
    fault,
  };
}

/** Reads a public key: a PEM file, PEM text, or base64 of SPKI. @param {string} text */
export function publicKeyOf(text) {
  const content = !text.includes('-----BEGIN') && existsSync(text) ? readFileSync(text, 'utf8') : text;
  try {
    const key = content.includes('-----BEGIN')
      ? createPublicKey(content)
      : createPublicKey({ key: Buffer.from(content, 'base64'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (error) {
    throw new CannotVerify(`${text} is not a public key: ${error instanceof Error ? error.message : String(error)}`);
  }
  throw new CannotVerify(`${text} is not an Ed25519 key.`);
}

/** Reads `<seq>:<hash>`. @param {string} text @returns {Point} */
export function expectedOf(text) {
  const [, seq, hash] = /^([1-9][0-9]{0,18}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined) throw new CannotVerify(`--expect ${text} is not <seq>:<hash>.`);
  return { seq: BigInt(seq), hash };
}

/** One line for people. @param {{ streamId: string, from: string, to: string, entries: number, erased: number, fault: Fault | null }} verdict */
export function verdictLine({ streamId, from, to, entries, erased, fault }) {
  const range = `stream ${streamId}, entries ${from} to ${to} (${entries} read)`;
  if (fault) return `broken: ${fault.fault} at entry ${fault.seq}: ${fault.message}; ${range}`;
  return `intact: ${range}${erased > 0 ? `, details_erased: ${erased}` : ''}`;
}

/** @param {readonly string[]} args */
function readArguments(args) {
  const usage = 'Usage: audit-verify.mjs <export.jsonl> --key <public key> [--key …] [--expect <seq>:<hash>]';
  /** @type {string[]} */ const files = [];
  /** @type {string[]} */ const keys = [];
  /** @type {Point[]} */ const expected = [];
  for (let index = 0; index < args.length; index += 1) {
    const name = args[index] ?? '';
    if (!name.startsWith('--')) files.push(name);
    else {
      const value = args[(index += 1)];
      if (value === undefined || (name !== '--key' && name !== '--expect')) throw new CannotVerify(usage);
      if (name === '--key') keys.push(value);
      else expected.push(expectedOf(value));
    }
  }
  const [file, ...more] = files;
  if (file === undefined || more.length > 0 || keys.length === 0) throw new CannotVerify(usage);
  return { file, keys: new Map(keys.map(publicKeyOf).map((key) => [keyIdOf(key), key])), expected };
}

/** @param {readonly string[]} args @returns {Promise<number>} the exit code */
export async function main(args) {
  try {
    const { file, ...options } = readArguments(args);
    if (!existsSync(file)) throw new CannotVerify(`${file} does not exist.`);
    const verdict = await verifyExport(
      createInterface({ input: createReadStream(file), crlfDelay: Infinity }),
      options,
    );
    process.stdout.write(`${verdictLine(verdict)}\n`);
    return verdict.fault ? 1 : 0;
  } catch (error) {
    process.stderr.write(`could not run: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

if (
  process.argv[1] !== undefined &&
  existsSync(process.argv[1]) &&
  realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
) {
  process.exitCode = await main(process.argv.slice(2));
}
