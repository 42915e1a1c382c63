import { z } from 'zod';
import { codesOfRoute } from '../codes.js';
import { each, type Rule } from './rule.js';
import { answerSchemas, lacksExample } from './schemas-of.js';

/** What a caller is answered. */
export const ANSWERS: readonly Rule[] = [
  {
    name: 'answers-have-examples',
    demands: 'every success has a schema with an example that validates, or is declared empty',
    faults: (routes) =>
      each(routes, (route) => [
        Object.keys(route.definition.answers).length > 0 ? undefined : 'answers nothing',
        ...answerSchemas(route).map((schema) =>
          lacksExample(schema, 'output') ? 'an answer has no example that validates' : undefined,
        ),
      ]),
  },
  {
    name: 'answers-are-named',
    demands: 'every answer in JSON is a named schema',
    faults: (routes) =>
      each(routes, (route) =>
        route.definition.media
          ? []
          : answerSchemas(route).map((schema) =>
              z.globalRegistry.get(schema)?.id ? undefined : 'an answer has no name',
            ),
      ),
  },
  {
    name: 'problem-codes-are-declared',
    demands: 'codes are noun.reason in snake_case with title, meaning and remedy, and one status each',
    faults: (routes) => {
      const all = routes.flatMap((route) => codesOfRoute(route));
      return each(routes, (route) =>
        codesOfRoute(route).map((code) => {
          const { title, meaning, remedy } = code;
          if (!/^[a-z]+(?:_[a-z]+)*\.[a-z]+(?:_[a-z]+)*$/.test(code.code)) return `${code.code} is not noun.reason`;
          if (!title || !meaning || !remedy) return `${code.code} does not say what it means`;
          return all.some((other) => other.code === code.code && other.status !== code.status)
            ? `${code.code} has two statuses`
            : undefined;
        }),
      );
    },
  },
];
