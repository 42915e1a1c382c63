import type { ColourAnswer, ColourRequest } from './messages.js';
import type { ColouredCode } from './tokens.js';

/** Longer code is shown without colours: it is read by nobody, and would keep the others waiting. */
const MOST_CHARACTERS = 60_000;
const KEPT = 200;

const kept = new Map<string, ColouredCode>();
const waiting = new Map<number, (lines: ColourAnswer['lines']) => void>();
let worker: Worker | null | undefined;
let asked = 0;

const keyOf = (text: string, language: string): string => `${language}\n${text}`;

/** What is known already; null: nothing yet. */
export const knownColours = (text: string, language: string): ColouredCode | null =>
  kept.get(keyOf(text, language)) ?? null;

/** The code with its colours, found out beside the page. Null: it has none, or nothing can find them out here. */
export async function coloursOf(text: string, language: string): Promise<ColouredCode | null> {
  if (text === '' || text.length > MOST_CHARACTERS || language === '') return null;
  const known = knownColours(text, language);
  if (known) return known;
  const helper = theWorker();
  if (!helper) return null;
  asked += 1;
  const request: ColourRequest = { id: asked, code: text, language };
  const lines = await new Promise<ColourAnswer['lines']>((resolve) => {
    waiting.set(request.id, resolve);
    helper.postMessage(request);
  });
  if (lines === null) return null;
  const found = { text, lines };
  kept.set(keyOf(text, language), found);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return found;
}

/** Fetched with the first code that is shown. */
function theWorker(): Worker | null {
  if (worker !== undefined) return worker;
  const made = new Worker(new URL('./colour.worker.ts', import.meta.url), { type: 'module' });
  made.onmessage = ({ data }: MessageEvent<ColourAnswer>) => {
    waiting.get(data.id)?.(data.lines);
    waiting.delete(data.id);
  };
  // It was not fetched, or broke: code goes without colours until the page is loaded anew.
  made.onerror = () => {
    worker = null;
    for (const resolve of waiting.values()) resolve(null);
    waiting.clear();
  };
  worker = made;
  return made;
}
