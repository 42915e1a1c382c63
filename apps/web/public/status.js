const WORDS = { ok: 'ok', degraded: 'degraded', failed: 'away', draining: 'shutting down' };

function line(name, { status, ms, hint }) {
  const item = document.createElement('li');
  item.className = status;
  const add = (kind, text) => {
    const part = document.createElement('span');
    part.className = kind;
    part.textContent = text;
    item.append(part);
  };
  add('name', name);
  add('status', ms === undefined ? WORDS[status] : `${WORDS[status]} · ${ms} ms`);
  if (hint) add('hint', hint);
  return item;
}

async function show() {
  const list = document.getElementById('checks');
  try {
    const response = await fetch('/readyz', { cache: 'no-store' });
    const { status, checks } = await response.json();
    list.replaceChildren(line('api', { status }), ...Object.entries(checks).map(([name, check]) => line(name, check)));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    list.replaceChildren(line('api', { status: 'failed', hint: 'It does not answer. Is it still running?' }));
  }
}

const { version } = await (await fetch('/version')).json();
document.getElementById('release').textContent = `Version ${version}`;
document.getElementById('origin').textContent = location.origin;
await show();
setInterval(show, 5000);
