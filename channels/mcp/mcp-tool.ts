import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult, ToolAnnotations } from '@modelcontextprotocol/sdk/types.js';
import type { z } from 'zod';
import type { Assistant, TicketStore } from '../../assistant/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import type { AccessKey } from '../access/access-key.ts';
import type { Doors } from '../doors/create-doors.ts';
import type { documentAddress } from '../doors/document-address.ts';
import { toolError } from './tool-result.ts';

/** What the tools of one request work with. */
export interface ToolNeeds {
  key: AccessKey;
  assistant: Assistant;
  doors: Doors;
  tickets: Pick<TicketStore, 'findByProgressSecret'>;
  knowledge: Pick<Knowledge, 'search' | 'matterDocument' | 'documents'>;
  urlOf: ReturnType<typeof documentAddress>;
  now: () => Date;
}

/** A tool that other people's assistants can call. Input is checked before `run` sees it, output before it leaves. */
export interface McpTool<Input extends z.ZodRawShape, Output extends z.ZodRawShape> {
  name: string;
  title: string;
  description: string;
  input: Input;
  output: Output;
  annotations: Required<Pick<ToolAnnotations, 'readOnlyHint' | 'destructiveHint' | 'idempotentHint' | 'openWorldHint'>>;
  run(input: z.infer<z.ZodObject<Input>>, needs: ToolNeeds, signal: AbortSignal): Promise<CallToolResult>;
}

/** Looks only, at what the desk itself holds. */
export const readsOnly = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
} as const;

export function registerTool<Input extends z.ZodRawShape, Output extends z.ZodRawShape>(
  server: McpServer,
  { name, title, description, input, output, annotations, run }: McpTool<Input, Output>,
  needs: ToolNeeds,
  log: (error: unknown) => void,
): void {
  const config = { title, description, inputSchema: input, outputSchema: output, annotations };
  const call = (asked: unknown, { signal }: { signal: AbortSignal }) =>
    run(asked as z.infer<z.ZodObject<Input>>, needs, signal).catch((error: unknown) => toolError(error, log));
  server.registerTool(name, config as never, call as never);
}
