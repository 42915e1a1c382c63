import { tellTokens } from './perform.js';
import { edit, read, run } from './tools.js';
import type { Turn } from './turn.js';

const READMES = ['README.md', 'readme.md', 'README', 'README.txt'];
const NOTES = 'NOTES.md';
const PLAN = ['Read what the repository is about', `Note the request in ${NOTES}`, 'Look at what changed'];

/** Any other text: it cannot be understood, so it is worked on in the smallest way that shows everything real. */
export async function workOn(turn: Turn, request: string): Promise<void> {
  const [line = ''] = request.split('\n').filter((text) => text.trim() !== '');
  const quoted = line.trim().slice(0, 200);
  turn.think(`They ask: “${quoted}”. I have no model, so I do a small real thing in the repository.`);
  if (turn.session.thinksLong) turn.think(` First the README, then a line in ${NOTES}, then git. Each step is shown.`);
  tellPlan(turn, 0);
  const readme = await firstOf(turn);
  tellPlan(turn, 1);
  const noted = await edit(turn, NOTES, (old) => `${old ?? '# Notes\n\n'}- ${quoted}\n`, 'Append to');
  turn.mustGoOn();
  tellPlan(turn, 2);
  const status = await run(turn, 'git status --short');
  tellPlan(turn, 3);
  await turn.say(answer(quoted, readme, noted.words, status.words));
  tellTokens(turn);
}

function tellPlan(turn: Turn, done: number): void {
  const entries = PLAN.map((content, index) => ({
    ...{ content, priority: 'medium' },
    status: index < done ? 'completed' : index === done ? 'in_progress' : 'pending',
  }));
  turn.session.update({ sessionUpdate: 'plan', entries });
}

async function firstOf(turn: Turn): Promise<{ name: string; text: string } | null> {
  for (const name of READMES) {
    const text = await read(turn, name);
    if (text !== null) return { name, text };
  }
  return null;
}

function answer(request: string, readme: { name: string; text: string } | null, noted: string, status: string): string {
  const about = readme
    ? `\`${readme.name}\` begins with: *${
        readme.text
          .trim()
          .split('\n')[0]
          ?.replace(/^#+\s*/, '') ?? ''
      }*`
    : 'The repository has no README.';
  return `## I am the demo agent

You asked: “${request}”

I have no model behind me, so I did the same small work that I do for every request:

1. ${about}
2. ${noted}
3. ${status}

Tell me exactly what to do with a line such as \`write hello.txt: Hello\`, \`run ls\` or \`commit Say hello\`.
For real work, choose an agent with a model.
`;
}
