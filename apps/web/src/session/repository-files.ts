import { z } from 'zod/mini';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';
import type { Attachment } from './session-calls.js';

const Found = z.object({ paths: z.array(z.string()) });
const Content = z.object({ text: z.nullable(z.string()) });
const MOST_EXCERPT = 2_000;

/** Paths of the repository as it was saved last. It needs the machine to run, and wakes none. */
export async function findFiles(taskId: string, words: string): Promise<string[]> {
  const call = api.GET('/v1/tasks/{taskId}/files/search', { params: { path: { taskId }, query: { q: words } } });
  return Found.parse(await answered(call)).paths;
}

/** A line to attach, with what stands there; null: the file has no such line, or is no text. */
export async function readLine(taskId: string, path: string, line: number): Promise<Attachment | null> {
  const call = api.GET('/v1/tasks/{taskId}/files/content', {
    params: { path: { taskId }, query: { path, at: 'checkpoint' } },
  });
  const { text } = Content.parse(await answered(call));
  const excerpt = text?.split('\n')[line - 1];
  return excerpt === undefined ? null : { kind: 'line', path, line, excerpt: excerpt.slice(0, MOST_EXCERPT) };
}
