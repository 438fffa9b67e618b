import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { pinnedScript } from './pinned-script.ts';
import { withoutGlobals } from './without-globals.ts';

const here = import.meta.dirname;

/** The widget as one classic script, and beside it the pages that show it. */
export default defineConfig({
  root: here,
  // The pages are plain files and are copied as they are; they must work under the strictest CSP without a build.
  publicDir: resolve(here, 'pages'),
  plugins: [withoutGlobals(), pinnedScript()],
  // A library build leaves this to the page's bundler; ours has none.
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: resolve(here, '../dist/web'),
    // The console stands in a folder of this one; whichever is built last must not wipe the other.
    emptyOutDir: false,
    target: 'es2022',
    lib: {
      entry: resolve(here, 'widget/define.ts'),
      formats: ['iife'],
      name: 'YuwenChat',
      fileName: () => 'widget.js',
    },
  },
});
