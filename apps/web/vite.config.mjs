import { fileURLToPath } from 'node:url';
import tailwind from '@tailwindcss/vite';
import { defineConfig } from 'vite';

const api = process.env.FOUNDRY_API ?? 'http://localhost:3000';

/** The web app. While developing, `npx vite apps/web` beside a running product, which FOUNDRY_API names. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [tailwind()],
  oxc: { jsx: { runtime: 'automatic' } },
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  // Grammars are chunks of their own, fetched one by one.
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    // An inlined picture or module would need an exception in the content policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Libraries mark what a server must not run; here is only a browser.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
      // Contracts are plain data: what nobody uses of them is left out.
      treeshake: { moduleSideEffects: (id) => !/[\\/]libs[\\/]/.test(id) },
    },
  },
  server: { proxy: { '/v1': { target: api, ws: true }, '/readyz': api, '/version': api, '/docs': api } },
});
