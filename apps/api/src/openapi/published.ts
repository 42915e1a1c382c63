import { codesOf, type RouteEntry } from '@foundry/messaging';
import { asyncDocumentOf } from '../asyncapi/document.js';
import { errorListMarkdown } from '../docs/markdown.js';
import { API_MODULES } from '../modules.js';
import { documentOf } from './document.js';

/** What is committed for people and programs that read the repository: text by path below `docs`. */
export function publishedFiles(routes: readonly RouteEntry[], version: string): Record<string, string> {
  return {
    'openapi.json': `${JSON.stringify(documentOf(routes, version), null, 2)}\n`,
    'asyncapi.json': `${JSON.stringify(asyncDocumentOf(API_MODULES, version), null, 2)}\n`,
    'errors/README.md': errorListMarkdown(codesOf(routes).values(), INTRO),
  };
}

const INTRO = `Every error answer has a \`code\`. Decide by it, and treat an unknown one by its status. Made by \`npm run openapi\`; the product
shows each code at \`/docs/errors/<code>\`.`;
