export { type Circumstances, decidedBy, Given, NOON } from './decided-by.js';
export { Decision, type Decided } from './decision.js';
export { type Expected, like } from './like.js';
