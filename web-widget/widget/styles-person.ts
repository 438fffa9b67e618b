import { css } from 'lit';

/** A person in the conversation: the strip above the composer, the mark under a message that was delivered. */
export const personStyles = css`
  .person-strip {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3em 0.75em;
    padding: 0.5em 0.75em;
    border-top: 1px solid var(--line);
    /* The conversation above gives way first; at four times the size what lies below stays in reach. */
    flex: 0 0.01 auto;
    min-height: 4em;
    max-height: 40%;
    overflow-y: auto;
  }
  .person-strip p {
    flex: 1 1 12em;
  }
  li.delivered {
    text-align: end;
  }
`;
