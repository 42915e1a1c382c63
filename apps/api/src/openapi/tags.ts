/** What each tag of the document is about; a route with another tag fails the build. */
export const TAGS: Readonly<Record<string, string>> = {
  instance: 'Health, version and metrics of this installation.',
  organization: 'The tenant: its profile, settings, members and roles.',
  'github-data': 'What is cached of GitHub: installations, repositories, pull requests, syncs.',
  task: 'Tasks, sessions, messages and the work on a branch.',
  sandbox: 'The machines of tasks, their processes and terminals.',
  user: 'What is yours: account, API tokens, inbox, drafts.',
  'audit-log': 'Who did what: the entries, their proof and their export.',
  messaging: 'Commands and what became of them: outcomes, history, queues, dead letters.',
};
