import type { Reply } from '../contracts/index.js';
import { statusOfKind, wireCode } from '../rejections/error-code.js';
import { generalCode } from './general-codes.js';
import { Refusal } from './refusal.js';
import { membersOf } from './to-problem.js';

const RETRY_SECONDS = 2;

const ended = (reply: Reply, code: string, detail: string) => new Refusal(code, detail, { commandId: reply.commandId });

function dead(reply: Reply): Refusal {
  if (reply.outcome === 'dead' && reply.code === 'unavailable') {
    return new Refusal(
      'service.unavailable',
      'A part that this needs did not answer, so it was set aside; an admin sees it under dead letters.',
      { commandId: reply.commandId, retryAfterMs: RETRY_SECONDS * 1000 },
      { 'Retry-After': String(RETRY_SECONDS) },
    );
  }
  return ended(
    reply,
    'service.failed',
    'This failed on our side and was set aside; an admin sees it under dead letters.',
  );
}

function rejected(reply: Reply): Refusal {
  const code = wireCode(reply.code ?? 'service.failed');
  const status = generalCode(code)?.status ?? statusOfKind(reply.kind ?? 'conflict');
  const members = { ...membersOf(reply.result), commandId: reply.commandId };
  return new Refusal(code, reply.message ?? 'The command was refused.', members, {}, status);
}

/** What HTTP says to a settled command that was not handled; null when it was. A rejection's `result` is its details. */
export function refusalOfReply(reply: Reply): Refusal | null {
  switch (reply.outcome) {
    case 'handled':
      return null;
    case 'rejected':
      return rejected(reply);
    case 'expired':
      return ended(reply, 'command.expired', 'It was not handled before its deadline and did nothing.');
    case 'cancelled':
      return ended(reply, 'command.cancelled', 'It was cancelled before it was handled and did nothing.');
    case 'dead':
    case 'discarded':
      return dead(reply);
  }
}
