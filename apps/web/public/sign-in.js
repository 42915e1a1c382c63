const SENTENCES = {
  denied: 'You did not allow it at GitHub. Nothing was stored.',
  state_invalid: 'This sign-in was begun in another browser, or used before. Begin again.',
  expired: 'It took longer than ten minutes. Begin again.',
  github_unavailable: 'GitHub did not answer. Try again in a moment.',
  not_allowed: 'This account may not sign in here. Ask whoever runs this Foundry.',
};

const query = new URLSearchParams(location.search);
const error = query.get('error');
if (error !== null) {
  const why = document.getElementById('why');
  why.textContent = SENTENCES[error] ?? 'Signing in did not work. Try again.';
  why.setAttribute('role', 'alert');
  const request = query.get('request');
  if (request) document.getElementById('request').textContent = `Request ${request}`;
}
const next = query.get('next');
if (next) document.getElementById('sign-in').href = `/v1/auth/github?${new URLSearchParams({ next })}`;
