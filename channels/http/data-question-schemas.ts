import { z } from 'zod';
import { PlanChange, Reply } from '../../assistant/index.ts';

const conversationId = z.string().max(64);

export const DataQuestionBody = z.strictObject({ question: z.string(), conversationId: conversationId.optional() });
/** A chip's alternative, sent back as it came; `said` is its label, for the history of the conversation. */
export const DataChangeBody = z.strictObject({
  conversationId,
  change: PlanChange,
  said: z.string().min(1).max(200),
});

/** `messageId` names the figures: they are exported and kept by it. */
export const DataTurn = z.object({ messageId: z.string(), question: z.string(), reply: Reply });
export type DataTurn = z.infer<typeof DataTurn>;
export const DataQuestionAnswer = DataTurn.extend({ conversationId: z.string() });
export type DataQuestionAnswer = z.infer<typeof DataQuestionAnswer>;
export const DataConversation = z.object({ conversationId: z.string(), turns: z.array(DataTurn) });
export type DataConversation = z.infer<typeof DataConversation>;

/** What may be asked, by subject: its measures, what they are broken down by, and questions to begin with. */
export const DataSubjects = z.object({
  subjects: z.array(
    z.object({
      label: z.string(),
      source: z.string(),
      updated: z.string(),
      metrics: z.array(z.string()),
      dimensions: z.array(z.string()),
      examples: z.array(z.string()),
    }),
  ),
});
export type DataSubjects = z.infer<typeof DataSubjects>;

export const exportFormats = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];
export const DataExportQuery = z.strictObject({ format: z.enum(exportFormats) });

export const SaveQuestionBody = z.strictObject({
  messageId: z.string().max(64),
  name: z.string().trim().min(1).max(60),
});
export const RunSavedBody = z.strictObject({ conversationId: conversationId.optional() });
export const VerifyBody = z.strictObject({ verified: z.boolean() });
export const SavedQuestion = z.object({
  id: z.string(),
  name: z.string(),
  question: z.string(),
  by: z.string(),
  unit: z.string().nullable(),
  district: z.string().nullable(),
  savedAt: z.iso.datetime(),
  verifiedBy: z.string().nullable(),
  verifiedAt: z.iso.datetime().nullable(),
  mayRemove: z.boolean(),
  mayVerify: z.boolean(),
});
export type SavedQuestion = z.infer<typeof SavedQuestion>;
export const SavedQuestionList = z.object({ items: z.array(SavedQuestion) });
export type SavedQuestionList = z.infer<typeof SavedQuestionList>;
