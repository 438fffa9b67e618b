import { z } from 'zod';
import { Citation } from '../../assistant/index.ts';
import { answerForDoor } from '../doors/answer-for-door.ts';
import { citeInText } from '../doors/cite-in-text.ts';
import { readableText } from '../http/readable-text.ts';
import { type McpTool, readsOnly } from './mcp-tool.ts';
import { asDocuments, toolResult } from './tool-result.ts';

const input = {
  question: z.string().max(2000).describe('市民的问题，原话即可'),
  earlier: z.array(z.string().max(2000)).max(12).default([]).describe('市民之前说过的话，按先后，用来理解追问'),
};
const output = {
  outcome: z.string().describe('answered、clarifying、nothing_found、emergency 等，与网页对话相同'),
  text: z.string().describe('答复，文中 [1] 是来源的编号'),
  citations: z.array(Citation.extend({ number: z.int(), url: z.string() })),
  options: z.array(z.object({ label: z.string(), send: z.string() })).describe('可以接着问的话'),
};

export const answerQuestion: McpTool<typeof input, typeof output> = {
  name: 'answer_question',
  title: '回答办事问题',
  description:
    '回答重庆的办事问题，每句话标出所依据的原文；没有依据就说没有找到。险情会给出要拨打的电话，请立即转告。这个工具不登记工单。',
  input,
  output,
  annotations: readsOnly,
  async run({ question, earlier }, { doors, urlOf, now }, signal) {
    const messages = [...earlier.filter((said) => said.trim() !== ''), question].map(readableText);
    const asked = { messages, at: now(), signal, filing: 'filing_not_allowed' as const };
    const { replies, outcome } = await answerForDoor(asked, doors.assistantFor);
    const { text, citations } = citeInText(replies, urlOf);
    const options = replies.flatMap((reply) => ('options' in reply ? (reply.options ?? []) : []));
    const quoted = citations.map(({ docId, title, quote, start, end }) => ({
      id: `${docId}#${start}-${end}`,
      title,
      text: quote,
    }));
    const words = [text, asDocuments(quoted)].filter(Boolean).join('\n\n');
    return toolResult(words, { outcome, text, citations, options });
  },
};
