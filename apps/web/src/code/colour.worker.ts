import { coloured } from './colour.js';
import type { ColourAnswer, ColourRequest } from './messages.js';

async function answer({ id, code, language }: ColourRequest): Promise<void> {
  let lines: ColourAnswer['lines'] = null;
  try {
    lines = await coloured(code, language);
  } catch (error) {
    // A grammar that was not fetched, or that a code is too much for: the code is shown as it is.
    if (!(error instanceof Error)) throw error;
  }
  postMessage({ id, lines } satisfies ColourAnswer);
}

addEventListener('message', ({ data }: MessageEvent<ColourRequest>) => {
  void answer(data);
});
