// Before the first paint, so that nobody who chose dark sees a white flash. `appearance.ts` writes what is read here.
try {
  const { theme, density, motion } = JSON.parse(localStorage.getItem('foundry.appearance') ?? '{}');
  Object.assign(document.documentElement.dataset, { theme, density, motion });
} catch (error) {
  // Storage may be closed to us, and somebody may have written into it; the system's look is a good one.
  if (!(error instanceof SyntaxError || error instanceof DOMException)) throw error;
}
