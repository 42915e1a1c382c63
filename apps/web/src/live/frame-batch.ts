const waiting = new Set<() => void>();
let isScheduled = false;

function run(): void {
  isScheduled = false;
  const acts = [...waiting];
  waiting.clear();
  for (const act of acts) act();
}

/** Runs `act` once before the next paint, however often it is asked for; at once while the tab is hidden and paints nothing. */
export function beforeNextPaint(act: () => void): void {
  waiting.add(act);
  if (document.visibilityState === 'hidden') {
    run();
    return;
  }
  if (isScheduled) return;
  isScheduled = true;
  requestAnimationFrame(run);
}
