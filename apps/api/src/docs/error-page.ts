import type { ErrorCode } from '@foundry/messaging';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** The only markup that meanings and remedies use. */
const inline = (text: string): string => escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} · Foundry</title>
<link rel="icon" href="/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/docs/assets/docs.css">
</head>
<body>
<header><a href="/">Foundry</a> <a href="/docs">API reference</a> <a href="/docs/errors">Error codes</a></header>
<main>
${body}
</main>
</body>
</html>
`;

/** The page that a problem's `type` names. */
export const errorPage = ({ code, status, title, meaning, remedy }: ErrorCode): string =>
  page(
    code,
    `<p class="quiet">Error code, HTTP ${String(status)}</p>
<h1><code>${escaped(code)}</code></h1>
<p class="lead">${inline(title)}</p>
<h2>What happened</h2>
<p>${inline(meaning)}</p>
<h2>What to do</h2>
<p>${inline(remedy)}</p>`,
  );

/** All codes, by name. */
export function errorListPage(codes: ReadonlyMap<string, ErrorCode>): string {
  /** A narrow screen breaks a code between its words. */
  const breakable = (code: string) => escaped(code).replace(/[._]/g, '$&<wbr>');
  const rows = [...codes.values()]
    .sort((a, b) => a.code.localeCompare(b.code))
    .map(
      ({ code, status, title }) =>
        `<tr><td><a href="/docs/errors/${encodeURIComponent(code)}"><code>${breakable(code)}</code></a></td><td>${String(status)}</td><td>${inline(title)}</td></tr>`,
    );
  return page(
    'Error codes',
    `<h1>Error codes</h1>
<p class="lead">Clients decide by <code>code</code> only, and treat an unknown one by its status.</p>
<table><thead><tr><th>Code</th><th>Status</th><th>Means</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`,
  );
}
