import { codesOf, type RouteEntry } from '@foundry/messaging';
import { asyncDocumentOf } from '../asyncapi/document.js';
import { API_MODULES } from '../modules.js';
import { documentOf } from './document.js';

/** What is committed for people and programs that read the repository: text by path below `docs`. */
export function publishedFiles(routes: readonly RouteEntry[], version: string): Record<string, string> {
  return {
    'openapi.json': `${JSON.stringify(documentOf(routes, version), null, 2)}\n`,
    'asyncapi.json': `${JSON.stringify(asyncDocumentOf(API_MODULES, version), null, 2)}\n`,
    'errors/README.md': errorList(routes),
  };
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

function errorList(routes: readonly RouteEntry[]): string {
  const codes = [...codesOf(routes).values()].sort((a, b) => a.code.localeCompare(b.code));
  const rows = codes.map(
    ({ code, status, meaning, remedy }) => `| \`${code}\` | ${String(status)} | ${cell(meaning)} | ${cell(remedy)} |`,
  );
  return `# Error codes

Every error answer has a \`code\`. Decide by it, and treat an unknown one by its status. Made by \`npm run openapi\`; the product
shows each code at \`/docs/errors/<code>\`.

| Code | Status | What happened | What to do |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
