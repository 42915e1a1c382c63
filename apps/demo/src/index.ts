export { type Credentials } from './seed/app.js';
export { productAddresses, settings } from './settings.js';
export { type GithubOptions, type RunningGithub, startGithub } from './start.js';
