import { createHash } from 'node:crypto';
import { Answer } from '@foundry/messaging';

/** Text that may stand in HTML because it was escaped or written by us. */
class Html {
  constructor(readonly text: string) {}
}
export type { Html };

type Part = string | Html | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

function shown(part: Part): string {
  if (part instanceof Html) return part.text;
  return typeof part === 'string' ? escaped(part) : part.map(({ text }) => text).join('');
}

/** Template for HTML: everything put in is escaped, unless it is HTML itself. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(texts.map((text, index) => text + shown(parts[index] ?? '')).join(''));
}

const STYLE = `
:root { color-scheme: light dark; --ground: light-dark(#f6f7f8, #0e1013); --card: light-dark(#fff, #14171b);
  --ink: light-dark(#15181c, #e9ebee); --quiet: light-dark(#48505b, #b1b8c2); --line: light-dark(#dde1e6, #272c34);
  --control: light-dark(#7c8592, #727b88); --accent: light-dark(#2b52cc, #8fabff); --on-accent: light-dark(#fff, #0e1013); }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--ink); font: 15px/1.55 system-ui, sans-serif;
  display: grid; place-items: start center; padding: clamp(24px, 10vh, 96px) 16px; }
main { width: 100%; max-width: 560px; background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 28px; }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 8px; } h2 { font-size: 1rem; margin: 24px 0 8px; }
p { margin: 0 0 12px; } .quiet { color: var(--quiet); } ul, ol { margin: 0 0 12px; padding-left: 20px; }
code { font: .9em ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
label { display: block; font-weight: 600; margin: 12px 0 4px; }
input { font: inherit; color: inherit; background: var(--card); width: 100%; min-height: 44px; padding: 0 12px;
  border: 1px solid var(--control); border-radius: 6px; }
button, .button { display: inline-block; font: inherit; font-weight: 600; min-height: 44px; padding: 10px 18px; margin-top: 12px;
  border: 1px solid var(--accent); border-radius: 6px; background: var(--accent); color: var(--on-accent); text-decoration: none; cursor: pointer; }
.plain { background: transparent; color: var(--accent); } a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/**
 * A whole page for a browser. It runs no script and loads only our mark; its forms go to us, and to `formsTo` (an
 * origin) where that is named.
 */
export function pageAnswer(status: number, title: string, body: Html, formsTo?: string): Answer {
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Foundry</title>
<link rel="icon" href="/mark.svg" type="image/svg+xml">
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body.text}
</main>
</body>
</html>
`;
  const policy = [
    "default-src 'none'",
    "img-src 'self'",
    `style-src 'sha256-${STYLE_HASH}'`,
    `form-action 'self'${formsTo === undefined ? '' : ` ${formsTo}`}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return new Answer(status, page, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy });
}

/** Sends the browser on. */
export const sentTo = (address: string): Answer => new Answer(302, null, { Location: address });
