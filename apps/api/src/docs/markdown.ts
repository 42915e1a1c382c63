import { type ErrorCode, type RouteEntry } from '@foundry/messaging';
import { codesOfRoute } from '../openapi/codes.js';
import { roleOf } from '../openapi/operation.js';
import { TAGS } from '../openapi/tags.js';

/** The pages of `/docs` as Markdown, for programs that read text (https://llmstxt.org). */

const cell = (text: string): string => text.replaceAll('|', '\\|');
const byCode = (a: ErrorCode, b: ErrorCode): number => a.code.localeCompare(b.code);

/** All codes as a table; `intro` stands above it. */
export function errorListMarkdown(codes: Iterable<ErrorCode>, intro: string): string {
  const rows = [...codes]
    .sort(byCode)
    .map(
      ({ code, status, meaning, remedy }) => `| \`${code}\` | ${String(status)} | ${cell(meaning)} | ${cell(remedy)} |`,
    );
  return `# Error codes

${intro}

| Code | Status | What happened | What to do |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

export const errorMarkdown = ({ code, status, title, meaning, remedy }: ErrorCode): string => `# ${code}

HTTP ${String(status)}. ${title}

## What happened

${meaning}

## What to do

${remedy}
`;

/** Every route, by tag: what it does, who may, what it answers. */
export function referenceMarkdown(routes: readonly RouteEntry[]): string {
  const tags = [...new Set(routes.map(({ definition }) => definition.tag))].sort();
  const parts = tags.map((tag) => {
    const own = routes.filter(({ definition }) => definition.tag === tag);
    return `## ${tag}\n\n${TAGS[tag] ?? ''}\n\n${own.map(routeMarkdown).join('\n')}`;
  });
  return `# Foundry API\n\n${RULES}\n\n${parts.join('\n')}`;
}

function routeMarkdown(route: RouteEntry): string {
  const { method, path, definition, access } = route;
  const { summary, description, command } = definition;
  const codes = codesOfRoute(route).sort(byCode);
  const who = [
    `role ${roleOf(access, path)}`,
    ...(access.scope ? [`scope \`${access.scope}\``] : []),
    ...(access.sessionOnly ? ['sessions only, no token'] : []),
  ];
  return `### ${method} ${path.replaceAll(/:([A-Za-z]+)/g, '{$1}')}

${summary}. ${description}

- Operation \`${definition.operationId}\`, ${who.join(', ')}
${command ? `- Sends \`${command.definition.name}\`\n` : ''}- Answers ${Object.keys(definition.answers).join(', ')}; problems ${codes.map(({ code }) => `\`${code}\``).join(', ')}
`;
}

const RULES = `JSON over HTTP. Send \`Authorization: Bearer fdy_…\`. Errors are \`application/problem+json\`: decide by \`code\`, and
treat an unknown one by its status. A route that changes something waits for the outcome up to 10 s, else it answers 202
with \`Location\`; a 202 is no failure. Send an \`Idempotency-Key\` to make a change repeatable. Unknown request fields are
refused; unknown response fields are to be ignored. Lists are paged with \`limit\` and \`cursor\`. Changes come over the
WebSocket \`/v1/realtime\`. Fields, limits and examples are in /openapi.json.`;

/** `/llms.txt`: where a program that reads text finds what. */
export const llmsText = (version: string): string => `# Foundry

> The control plane where a team runs coding agents, in isolated sandboxes, against its GitHub repositories. This
> installation runs version ${version}.

${RULES}

## Docs

- [API reference](/docs.md): every route with what it does, who may call it, and what it answers
- [Error codes](/docs/errors.md): what each code means and what to do; each one also at /docs/errors/{code}.md
- [OpenAPI 3.1](/openapi.json): the same routes with schemas and examples
- [AsyncAPI 3.0](/asyncapi.json): the frames of the WebSocket, and the messages between processes

## Optional

- [Readiness](/readyz): whether this installation can work, with each thing that it depends on
- [Version](/version): version, commit and build time
`;
