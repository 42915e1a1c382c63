import { ErrorAnswer } from './peer.js';
import type { Step } from './script.js';
import { edit, type Outcome, run } from './tools.js';
import type { Turn } from './turn.js';

/** The code of `fail`, in the range that JSON-RPC leaves to servers. */
const TOLD_TO_FAIL = -32000;
/** Git refuses to commit as nobody; on a machine nobody's name is set while no owner's credential is there. */
const NOBODY = { name: 'Demo agent', email: 'demo-agent@localhost' };

/** Does one step. Throws `Stopped`, and `ErrorAnswer` for `fail`. */
export async function perform(turn: Turn, step: Step): Promise<void> {
  switch (step.do) {
    case 'write':
      return tell(turn, await edit(turn, step.path, () => ended(step.text), 'Write'));
    case 'append':
      return tell(turn, await edit(turn, step.path, (old) => ended(old ?? '') + ended(step.text), 'Append to'));
    case 'delete':
      return tell(turn, await edit(turn, step.path, () => null, 'Delete'));
    case 'run':
      return tell(turn, await run(turn, step.line));
    case 'commit':
      return tell(turn, await commit(turn, step.text));
    case 'say':
      return turn.say(`${step.text}\n`);
    case 'ask':
      return ask(turn, step.text);
    case 'slow':
      return turn.rest(step.seconds * 1_000);
    case 'burst':
      for (let count = 1; count <= step.count; count += 1) {
        turn.session.words('agent_message_chunk', `${String(count)}\n`);
      }
      return;
    case 'tokens':
      tellTokens(turn);
      return;
    case 'deaf':
      turn.becomeDeaf();
      return;
    case 'fail':
      throw new ErrorAnswer(TOLD_TO_FAIL, step.text);
    case 'crash':
      turn.session.flush();
      process.exit(step.code);
  }
}

/** What the session used, as agents with a model tell it. */
export function tellTokens(turn: Turn): void {
  const used = turn.session.tokens;
  const cost = { amount: Math.round(used * 3) / 1_000_000, currency: 'USD' };
  turn.session.update({ sessionUpdate: 'usage_update', used, size: 200_000, cost });
}

async function tell(turn: Turn, { words }: Outcome): Promise<void> {
  await turn.say(`${words}\n`);
}

async function ask(turn: Turn, question: string): Promise<void> {
  const toolCallId = turn.begin('other', question, { rawInput: { question } });
  const yes = await turn.isAllowed('other', { toolCallId, title: question });
  turn.progress(toolCallId, 'completed', { rawOutput: { answer: yes ? 'yes' : 'no' } });
  await turn.say(`You said ${yes ? 'yes' : 'no'}.\n`);
}

/** Git's own arguments, so that nothing of the message is read by a shell. */
async function commit(turn: Turn, message: string): Promise<Outcome> {
  const script = 'git add --all && git commit --message "$1"';
  const as =
    'git config user.email >/dev/null || export GIT_AUTHOR_NAME="$2" GIT_AUTHOR_EMAIL="$3" GIT_COMMITTER_NAME="$2" GIT_COMMITTER_EMAIL="$3"';
  const argv = ['/bin/sh', '-c', `${as}\n${script}`, 'commit', message, NOBODY.name, NOBODY.email];
  return run(turn, `git commit --all -m ${JSON.stringify(message)}`, argv);
}

/** A file ends with the end of a line; an empty one stays empty. */
const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
