import { setTimeout as wait } from 'node:timers/promises';
import type { Request, Response } from 'express';
import type { Github } from '../github.js';
import { notFound, Refused } from './refused.js';

/** Lets the switched-on faults strike. Returns false when the call is to stay without an answer. */
export async function strikeFaults(
  { faults }: Github,
  request: Request,
  response: Response,
  budget: string,
): Promise<boolean> {
  for (const fault of faults.strike({ method: request.method, path: request.path, budget })) {
    switch (fault.kind) {
      case 'latency':
        await wait(fault.milliseconds);
        break;
      case 'error':
        throw new Refused(fault.status, 'Server Error');
      case 'secondary':
        throw new Refused(
          403,
          'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
          {
            headers: { 'Retry-After': String(fault.retryAfter) },
          },
        );
      case 'missing':
        throw notFound();
      case 'hang':
        return false;
      case 'lost':
        loseAnswer(response);
    }
  }
  return true;
}

/** The work is done, but its answer never arrives: the connection breaks when it would be written. */
function loseAnswer(response: Response): void {
  const { socket } = response;
  response.end = () => {
    socket?.destroy();
    return response;
  };
}
