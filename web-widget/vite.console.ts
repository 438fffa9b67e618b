import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** The console: a single-page application under `/console/`. Charts are a chunk of their own, loaded when one is shown. */
export default defineConfig({
  root: resolve(here, 'console'),
  base: '/console/',
  plugins: [react()],
  build: {
    outDir: resolve(here, '../dist/web/console'),
    emptyOutDir: true,
    target: 'es2022',
    // An inlined data: URL would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The chart library, which is loaded only where a chart is shown.
    chunkSizeWarningLimit: 700,
  },
});
