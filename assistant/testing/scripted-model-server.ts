import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface ChatRequest {
  stream?: boolean;
  messages: { role: string; content: string }[];
  tools?: { function: { name: string } }[];
}

/** What the server does with one request. */
export type Scripted =
  | { text: string }
  /** The arguments of the tool call that the client asked for. */
  | { plan: unknown }
  | { status: number }
  | { garbage: string }
  /** Sends the text and drops the connection without a finish. */
  | { cutAfter: string }
  /** Never answers. */
  | { silent: true };

/** A small server that speaks the OpenAI chat protocol and answers by a script; a request beyond it gets a 500. */
export async function openScriptedModelServer(script: Scripted[]) {
  const requests: ChatRequest[] = [];
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await readAll(request)) as ChatRequest;
    requests.push(body);
    const next = script.shift();
    if (!next) sendJson(response, 500, { error: { message: 'unscripted request' } });
    else answer(next, body, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(scripted: Scripted, request: ChatRequest, response: ServerResponse): void {
  if ('status' in scripted) sendJson(response, scripted.status, { error: { message: 'scripted', type: 'scripted' } });
  else if ('garbage' in scripted) response.writeHead(200, { 'content-type': 'application/json' }).end(scripted.garbage);
  else if ('plan' in scripted) sendJson(response, 200, completion(toolCall(scripted.plan, request), 'tool_calls'));
  else if ('cutAfter' in scripted) streamText(scripted.cutAfter, false, response);
  else if ('text' in scripted && request.stream) streamText(scripted.text, true, response);
  else if ('text' in scripted)
    sendJson(response, 200, completion({ role: 'assistant', content: scripted.text }, 'stop'));
}

async function streamText(text: string, finish: boolean, response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (delta: object, finish_reason: string | null) =>
    response.write(
      `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'scripted', choices: [{ index: 0, delta, finish_reason }] })}\n\n`,
    );
  for (const piece of text.match(/[\s\S]{1,4}/gu) ?? []) {
    send({ role: 'assistant', content: piece }, null);
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (finish) {
    send({}, 'stop');
    response.end('data: [DONE]\n\n');
  } else response.destroy();
}

function toolCall(plan: unknown, { tools }: ChatRequest) {
  const name = tools?.[0]?.function.name ?? 'fill_plan';
  const call = { id: 'call_1', type: 'function', function: { name, arguments: JSON.stringify(plan) } };
  return { role: 'assistant', content: null, tool_calls: [call] };
}

function completion(message: object, finish_reason: string) {
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
  return {
    id: 'c',
    object: 'chat.completion',
    created: 1,
    model: 'scripted',
    choices: [{ index: 0, message, finish_reason }],
    usage,
  };
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function readAll(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += piece;
  return text;
}
