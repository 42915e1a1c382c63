/**
 * Runs in each page before anything of it does. `window.watched`: long tasks and slow events as the browser reports them,
 * when the newest snapshot of a list came, what each frame of the socket cost until the screen was painted, and which
 * components were drawn, by the part of the page that they stand in.
 */
export const WATCHING = `(() => {
  const watched = { tasks: [], events: [], frames: [], snapshotAt: 0, rowsAt: 0, paint: 0, drawn: {} };
  window.watched = watched;
  const observe = (type, take, more = {}) => {
    try { new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more }); } catch { /* not known here */ }
  };
  observe('longtask', ({ duration, startTime }) => watched.tasks.push({ duration, startTime }));
  observe('event', ({ duration, name, interactionId }) => { if (interactionId) watched.events.push({ duration, name }); }, { durationThreshold: 16 });
  observe('largest-contentful-paint', ({ startTime }) => { watched.paint = startTime; });

  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    addEventListener(type, listener, ...more) {
      if (type !== 'message') return super.addEventListener(type, listener, ...more);
      return super.addEventListener(type, (event) => {
        const text = typeof event.data === 'string' ? event.data.slice(0, 80) : '';
        if (text.includes('"snapshot"') && event.data.includes('"organization:')) watched.snapshotAt = performance.now();
        let began = 0;
        requestAnimationFrame(() => { began = performance.now(); });
        const handled = performance.now();
        listener.call(this, event);
        const cost = performance.now() - handled;
        requestAnimationFrame(() => watched.frames.push(cost + performance.now() - began));
      }, ...more);
    }
  };

  const rows = new MutationObserver(() => {
    if (watched.snapshotAt === 0 || watched.rowsAt !== 0) return;
    if (document.querySelector('[aria-label="Tasks"] a') === null) return;
    watched.rowsAt = -1;
    requestAnimationFrame(() => setTimeout(() => { watched.rowsAt = performance.now(); }));
  });
  document.addEventListener('DOMContentLoaded', () => rows.observe(document.body, { subtree: true, childList: true }));

  // What React tells its developer tools of every commit, also in a production build.
  const PERFORMED_WORK = 1;
  const partOf = (node) => {
    if (node.closest('[aria-label="Tasks"]')) return 'list';
    if (node.closest('[role=feed]')) return 'transcript';
    if (node.closest('form')?.querySelector('textarea') || node.querySelector?.('textarea')) return 'composer';
    if (node.closest('aside')) return 'details';
    return 'other';
  };
  const hostOf = (fiber) => {
    for (let at = fiber; at; at = at.child) if (at.stateNode instanceof Element) return at.stateNode;
    for (let at = fiber.return; at; at = at.return) if (at.stateNode instanceof Element) return at.stateNode;
    return document.body;
  };
  const isComponent = ({ tag }) => tag === 0 || tag === 11 || tag === 14 || tag === 15;
  const visit = (fiber) => {
    const before = fiber.alternate;
    if (isComponent(fiber) && (before === null || (fiber.flags & PERFORMED_WORK) !== 0)) {
      const part = partOf(hostOf(fiber));
      const row = part === 'list' ? hostOf(fiber).closest('li')?.textContent ?? '' : '';
      const known = (watched.drawn[part] ??= { count: 0, rows: {} });
      known.count += 1;
      if (row !== '') known.rows[row] = (known.rows[row] ?? 0) + 1;
    }
    if (before !== null && before.child === fiber.child) return;
    for (let child = fiber.child; child; child = child.sibling) visit(child);
  };
  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    renderers: new Map(),
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberUnmount: () => undefined,
    onPostCommitFiberRoot: () => undefined,
    onCommitFiberRoot: (_id, root) => { if (watched.isCounting) visit(root.current); },
  };
})()`;
