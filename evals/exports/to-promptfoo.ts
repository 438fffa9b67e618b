import { stringify } from 'yaml';
import type { CaseRecord } from '../runs/run.ts';
import { toExportedCase } from './exported-case.ts';

/** Where the desk's HTTP interface is when the file is used; promptfoo fills variables of its environment in. */
const desk = "{{ env.YUWEN_URL | default('http://localhost:3000', true) }}";

/**
 * The cases as a promptfoo configuration whose http provider drives a running desk: each question begins a conversation of
 * its own and is judged by what must be said. Questions of cases that named no facts are asked and only looked at.
 */
export function toPromptfoo(suite: string, cases: readonly CaseRecord[]): string {
  const tests = cases.flatMap((one) => {
    const { question } = toExportedCase(one);
    if (question === undefined) return [];
    const asserts = assertionsOf(one);
    return [
      {
        description: one.caseId,
        vars: { question: asWritten(question) },
        ...(asserts.length > 0 ? { assert: asserts } : {}),
      },
    ];
  });
  return stringify(
    { description: `yuwen ${suite}`, prompts: ['{{question}}'], providers: [provider], tests },
    { lineWidth: 0 },
  );
}

/** promptfoo fills `{{…}}` in variables from the environment of whoever runs it: what a stranger wrote stays as written. */
function asWritten(text: string): string {
  return /\{[{%#]/.test(text) ? `{% raw %}${text.replaceAll('{% endraw %}', '')}{% endraw %}` : text;
}

const provider = {
  id: 'http',
  label: 'yuwen',
  config: {
    url: `${desk}/v1/chat/completions`,
    method: 'POST',
    // A key of the door `openai`; the idempotency key is left out, so that a question that sounds like a complaint files nothing.
    headers: { 'content-type': 'application/json', authorization: 'Bearer {{ env.YUWEN_KEY }}' },
    body: { model: 'yuwen', messages: [{ role: 'user', content: '{{prompt}}' }] },
    transformResponse: 'json.choices[0].message.content',
  },
};

interface Expected {
  expect?: { mustSay?: string[][]; mustNotSay?: string[] };
}

/** `contains-any` for a fact that may be said in several ways, `not-contains` for what must not be said. */
function assertionsOf({ input }: CaseRecord): object[] {
  const { mustSay = [], mustNotSay = [] } = (input as Expected | null)?.expect ?? {};
  return [
    ...mustSay.map((ways) => ({ type: 'contains-any', value: ways })),
    ...mustNotSay.map((unwanted) => ({ type: 'not-contains', value: unwanted })),
  ];
}
