export interface Import {
  /** As written: './x.ts', 'node:path', '@langchain/openai'. */
  readonly from: string;
  /** `import type` and `export type` leave nothing behind at run time. */
  readonly isTypeOnly: boolean;
}

const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[\w*{][^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const call = /\b(?:import|require)\(\s*['"]([^'"]+)['"]/g;

/** Every module that a source text imports, statically or by a call with a literal name. */
export function readImports(text: string): Import[] {
  const statements = [...text.matchAll(statement)].map(([, type, from]) => ({
    from: from!,
    isTypeOnly: Boolean(type),
  }));
  const calls = [...text.matchAll(call)].map(([, from]) => ({ from: from!, isTypeOnly: false }));
  return [...statements, ...calls];
}
