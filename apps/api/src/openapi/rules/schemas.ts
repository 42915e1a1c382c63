import type { RouteEntry } from '@foundry/messaging';
import { Components } from '../components.js';
import { schemasIn, unexplained } from '../json-schema.js';
import { each, type Rule } from './rule.js';
import { answerSchemas } from './schemas-of.js';

/** Object schemas that stand in the document without a name, as text. */
function inlineObjects(routes: readonly RouteEntry[]): string[] {
  const components = new Components();
  const roots = routes.flatMap((route) => [
    ...answerSchemas(route).map((schema) => components.of(schema, 'output')),
    ...(route.inputs.body ? [components.of(route.inputs.body, 'input')] : []),
  ]);
  const all = [...roots, ...components.schemas.values()].flatMap((root) =>
    [...schemasIn(root)].slice(root.$ref ? 1 : 0),
  );
  const named = new Set(components.schemas.values());
  return all
    .filter(
      (schema) => schema.type === 'object' && !named.has(schema) && Object.keys(schema.properties ?? {}).length > 1,
    )
    .map((schema) => JSON.stringify(schema));
}

/** Schemas over the whole document. */
export const SCHEMAS: readonly Rule[] = [
  {
    name: 'one-name-one-schema',
    demands: 'a name stands for one schema, sent and answered alike',
    faults: (routes) => {
      const components = new Components();
      for (const { inputs, definition } of routes) {
        for (const schema of Object.values(definition.answers)) if (schema) components.of(schema, 'output');
        if (inputs.body) components.of(inputs.body, 'input');
      }
      return [...components.doubled].map((name) => `${name} is two schemas`);
    },
  },
  {
    name: 'no-inline-schema-twice',
    demands: 'an object that stands in two places has a name',
    faults: (routes) => {
      const all = inlineObjects(routes);
      return [...new Set(all.filter((text, place) => all.indexOf(text) !== place))].map((text) => `twice: ${text}`);
    },
  },
  {
    name: 'nothing-is-anything',
    demands: 'a value that may be anything, and an object of free form, say why in a description',
    faults: (routes) =>
      each(routes, (route) => {
        const components = new Components();
        const sent = [route.inputs.query, route.inputs.body].filter((part) => part !== undefined);
        const roots = [
          ...answerSchemas(route).map((schema) => components.of(schema, 'output')),
          ...sent.map((schema) => components.of(schema, 'input')),
        ];
        const found = [...roots, ...components.schemas.values()].flatMap((root) => [...unexplained(root)]);
        return found.map((schema) => `says nothing about ${JSON.stringify(schema)}`);
      }),
  },
];
