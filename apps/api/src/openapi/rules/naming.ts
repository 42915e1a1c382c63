import { TAGS } from '../tags.js';
import { each, type Rule } from './rule.js';

/** Names and words of an operation. */
export const NAMING: readonly Rule[] = [
  {
    name: 'operation-id-is-verb-and-noun',
    demands: 'operationId is a verb and a noun in camelCase, such as grantRole, and unique',
    faults: (routes) => {
      const ids = routes.map(({ definition }) => definition.operationId);
      return each(routes, ({ definition: { operationId } }) => [
        /^[a-z]+(?:[A-Z][a-z0-9]*)+$/.test(operationId) ? undefined : 'is not a verb and a noun',
        ids.filter((id) => id === operationId).length > 1 ? 'is used twice' : undefined,
      ]);
    },
  },
  {
    name: 'tag-is-known',
    demands: 'one tag of openapi/tags.ts',
    faults: (routes) =>
      each(routes, ({ definition: { tag } }) => [tag in TAGS ? undefined : `has the unknown tag ${tag}`]),
  },
  {
    name: 'summary-is-short',
    demands: 'a summary of at most 60 characters without a full stop',
    faults: (routes) =>
      each(routes, ({ definition: { summary } }) => [
        summary.length > 0 && summary.length <= 60 && !summary.endsWith('.') ? undefined : 'has no such summary',
      ]),
  },
  {
    name: 'description-says-more',
    demands: 'a description in sentences, with limits and side effects',
    faults: (routes) =>
      each(routes, ({ definition: { description } }) => [
        description.length >= 20 && description.trim().endsWith('.') ? undefined : 'has no such description',
      ]),
  },
  {
    name: 'path-is-declared',
    demands: 'the ids of the path are those of its schema',
    faults: (routes) =>
      each(routes, ({ path, inputs }) => {
        const inPath = [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name = '']) => name);
        const declared = Object.keys(inputs.path?.shape ?? {});
        return inPath.sort().join() === declared.sort().join()
          ? []
          : [`the path has ${inPath.join()}, its schema ${declared.join()}`];
      }),
  },
];
