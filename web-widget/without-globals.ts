import type { Plugin } from 'vite';

/** How Lit's parts write their versions into the page, to warn of a second copy; minified and not. */
const versions =
  /\(\w+(?:\.\w+)?\.(?:litHtmlVersions|reactiveElementVersions|litElementVersions)\s*\?\?=\s*\[\]\)\.push\(/gu;

/** Where decorators would leave their notes for other tools; this module's own does as well. */
const notes = /\b\w+\.litPropertyMetadata\b/gu;

/** Keeps the libraries' names out of the pages that embed the widget: they are guests there. */
export function withoutGlobals(): Plugin {
  return {
    name: 'yuwen-without-globals',
    apply: 'build',
    transform(code, id) {
      if (!/node_modules\/(?:lit|lit-html|lit-element|@lit)\//u.test(id)) return null;
      const silent = code.replace(versions, '[].push(').replace(notes, 'litPropertyMetadata');
      if (silent === code) return null;
      return { code: silent.includes('litPropertyMetadata') ? `let litPropertyMetadata;${silent}` : silent, map: null };
    },
  };
}
