import { ClientFrame } from '@foundry/messaging/contracts';
import type { RawData } from 'ws';

/** A frame that could not be understood; `message` is the reason, at most 100 characters. */
export class FrameNotUnderstood extends Error {
  constructor(reason: string) {
    super(reason.replace(/[^ -~]/g, '?').slice(0, 100));
    this.name = 'FrameNotUnderstood';
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new FrameNotUnderstood('The frame is not JSON.');
    throw error;
  }
}

export const bytesOf = (data: RawData): number =>
  Array.isArray(data) ? data.reduce((sum, { byteLength }) => sum + byteLength, 0) : data.byteLength;

/** Reads one frame of a client. Throws `FrameNotUnderstood`. */
export function readFrame(data: RawData, isBinary: boolean): ClientFrame {
  if (isBinary || !Buffer.isBuffer(data)) throw new FrameNotUnderstood('Send text frames.');
  const { success, data: frame, error } = ClientFrame.safeParse(parse(data.toString('utf8')));
  if (success) return frame;
  const [issue] = error.issues;
  throw new FrameNotUnderstood(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a frame'}`);
}
