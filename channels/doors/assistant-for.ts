import { type Assistant, type AssistantNeeds, createAssistant } from '../../assistant/index.ts';

/** The desk's assistant for one request of another system: the same engines, with a filing of its own. */
export type AssistantFor = (parts: {
  fileTicket: AssistantNeeds['fileTicket'];
  /** Messages of before are understood by the built-in engines: what a chat model would word is not shown again. */
  withModel: boolean;
}) => Assistant;

/** Making one costs nothing: what was learnt and read is shared. `partsNow` gives what is answered from at that moment. */
export function createAssistantFor(partsNow: () => Omit<AssistantNeeds, 'fileTicket' | 'judgeTicket'>): AssistantFor {
  return ({ fileTicket, withModel }) => {
    const { model, ...parts } = partsNow();
    return createAssistant({ ...parts, model: withModel ? model : null, fileTicket });
  };
}
