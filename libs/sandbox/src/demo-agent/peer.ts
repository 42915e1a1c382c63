import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type Fields, fieldsOf, textOf } from './json.js';

/** An error answer, by the rules of JSON-RPC. */
export class ErrorAnswer extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
    this.name = 'ErrorAnswer';
  }
}

export const METHOD_NOT_FOUND = -32601;
export const INVALID_PARAMS = -32602;
const INTERNAL = -32603;
const PARSE_ERROR = -32700;

/** Answers a request with what it returns, or with the `ErrorAnswer` that it throws; of a notification nobody hears. */
export type Handle = (method: string, params: Fields) => Promise<unknown>;

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

/** The other side of a JSON-RPC connection with one message on each line. */
export class Peer {
  private readonly waiting = new Map<unknown, Waiting>();
  private requests = 0;

  constructor(
    private readonly input: Readable,
    private readonly output: Writable,
  ) {}

  /** Resolves when the other side has left. */
  async serve(handle: Handle): Promise<void> {
    for await (const line of createInterface({ input: this.input })) {
      if (line.trim() !== '') this.take(line, handle);
    }
  }

  notify(method: string, params: object): void {
    this.send({ method, params });
  }

  /** The result that the other side answers with. Throws its error answer. */
  request(method: string, params: object): Promise<unknown> {
    const id = this.requests;
    this.requests += 1;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.send({ id, method, params });
    });
  }

  private take(line: string, handle: Handle): void {
    const message = parsed(line);
    if (!message) {
      this.send({ id: null, error: { code: PARSE_ERROR, message: 'This is no JSON.' } });
      return;
    }
    const { id, method, params, result, error } = message;
    if (typeof method !== 'string') {
      this.settle(id, result, error);
      return;
    }
    handle(method, fieldsOf(params)).then(
      (answer) => {
        if (id !== undefined) this.send({ id, result: answer ?? {} });
      },
      (fault: unknown) => {
        if (id !== undefined) this.send({ id, error: errorOf(fault) });
      },
    );
  }

  private settle(id: unknown, result: unknown, error: unknown): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new ErrorAnswer(INTERNAL, textOf(fieldsOf(error)['message'], 'refused')));
  }

  private send(message: object): void {
    this.output.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  }
}

function parsed(line: string): Fields | null {
  try {
    return fieldsOf(JSON.parse(line));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function errorOf(fault: unknown): { code: number; message: string } {
  if (fault instanceof ErrorAnswer) return { code: fault.code, message: fault.message };
  return { code: INTERNAL, message: fault instanceof Error ? fault.message : String(fault) };
}
