import type { Response } from 'express';
import { html, Html } from './html.js';

const style = new Html(`
:root { color-scheme: light dark; --ground: #f5f6f8; --card: #fff; --ink: #16191d; --quiet: #5b6470; --line: #d8dde3;
  --accent: #1f5fd6; --on-accent: #fff; --good: #1a7f4b; }
@media (prefers-color-scheme: dark) { :root { --ground: #101316; --card: #191d22; --ink: #eef1f4; --quiet: #9aa5b1;
  --line: #2f363e; --accent: #6ea2ff; --on-accent: #0b1526; --good: #5cc790; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; display: grid; place-items: center; padding: 24px 16px; }
main { width: 100%; max-width: 460px; background: var(--card); border: 1px solid var(--line); border-radius: 16px; padding: 28px; }
main.wide { max-width: 760px; }
h1 { font-size: 1.375rem; line-height: 1.25; margin: 0 0 6px; }
p { margin: 0 0 16px; color: var(--quiet); }
.badge { display: inline-block; font-size: .75rem; font-weight: 600; color: var(--quiet); border: 1px solid var(--line);
  border-radius: 99px; padding: 2px 10px; margin-bottom: 16px; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px; }
button, .button { font: inherit; color: inherit; cursor: pointer; border-radius: 10px; min-height: 44px; }
.person { width: 100%; display: flex; align-items: center; gap: 14px; text-align: left; padding: 10px 14px;
  background: transparent; border: 1px solid var(--line); }
.person:hover { border-color: var(--accent); }
.person img { width: 40px; height: 40px; border-radius: 50%; flex: none; }
.person strong { display: block; font-weight: 600; }
.person span span { display: block; color: var(--quiet); font-size: .875rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.primary { background: var(--accent); color: var(--on-accent); border: 0; padding: 0 18px; font-weight: 600; width: 100%; }
.plain { background: transparent; border: 0; color: var(--quiet); padding: 0 12px; width: 100%; margin-top: 8px; }
.plain:hover { color: var(--ink); text-decoration: underline; }
fieldset { border: 1px solid var(--line); border-radius: 10px; margin: 0 0 16px; padding: 8px 14px 12px; min-width: 0; }
legend, label.field { font-weight: 600; font-size: .875rem; padding: 0 4px; }
label.choice { display: flex; gap: 10px; align-items: center; min-height: 36px; }
select, input[type=text] { font: inherit; width: 100%; min-height: 44px; border-radius: 10px; border: 1px solid var(--line);
  background: var(--card); color: inherit; padding: 0 12px; margin: 4px 0 16px; }
.scroll { max-height: 220px; overflow: auto; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 0 0 16px; }
dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; border-top: 1px solid var(--line); padding-top: 16px; }
a { color: var(--accent); }
`);

/** Writes a page in the stand-in's look. The page runs no script and loads nothing from elsewhere. */
export function sendPage(response: Response, title: string, body: Html, { status = 200, wide = false } = {}): void {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main class="${wide ? 'wide' : ''}">
          <span class="badge">Demo GitHub on this machine</span>
          ${body}
        </main>
      </body>
    </html>`;
  response
    .status(status)
    .set({
      'Content-Security-Policy': "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'",
      'Cache-Control': 'no-store',
    })
    .type('html')
    .send(page.text);
}

/** A page that says what is wrong and what to do. */
export function sendProblem(response: Response, status: number, title: string, advice: string): void {
  sendPage(
    response,
    title,
    html`<h1>${title}</h1>
      <p>${advice}</p>`,
    { status },
  );
}
