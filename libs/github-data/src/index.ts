export { GithubAppModule } from './github-app.module.js';
export { GithubDataApiModule } from './github-data-api.module.js';
export { GithubDataWorkerModule } from './github-data-worker.module.js';
