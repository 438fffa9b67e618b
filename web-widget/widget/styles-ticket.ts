import { css } from 'lit';

/** The card of a filed ticket; its number and code stand out, because they are what is written down. */
export const ticketStyles = css`
  .ticket {
    border: 1px solid var(--accent);
    border-radius: 0.7em;
    overflow: hidden;
    padding: 0 1em 0.7em;
    display: grid;
    gap: 0.6em;
    justify-items: start;
  }
  .bubble .ticket h3 {
    justify-self: stretch;
    margin-inline: -1em;
    padding: 0.4em 1em;
    background: var(--tint);
  }
  .ticket dl {
    justify-self: stretch;
    display: grid;
    gap: 0.35em;
  }
  .ticket dl div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.8em;
  }
  .ticket dt {
    flex: 0 0 7em;
    color: var(--quiet);
  }
  .ticket dd {
    flex: 1 1 10em;
  }
  .ticket .keys {
    border-block-end: 1px solid var(--line);
    padding-block-end: 0.6em;
  }
  .ticket a.option {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    color: var(--accent);
  }
  .progress .asked {
    list-style: decimal;
    padding-inline-start: 1.5em;
  }
  .keys dt {
    align-self: center;
  }
  .keys dd {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2em 0.8em;
  }
  .key {
    min-width: min(9.5em, 100%);
    font-size: 1.1em;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.03em;
    user-select: all;
  }
  .progress {
    justify-self: stretch;
    display: grid;
    gap: 0.5em;
  }
  .said {
    display: block;
    padding-inline-start: 0.8em;
    border-inline-start: 3px solid var(--line);
    white-space: pre-wrap;
  }
  .problem {
    color: var(--danger);
  }
  .judgement,
  .judgement form {
    display: grid;
    gap: 0.6em;
  }
  .judgement h2 {
    font-size: 1em;
  }
  .judgement fieldset {
    margin: 0;
    padding: 0.4em 0.8em 0.6em;
    border: 1px solid var(--line);
    border-radius: 0.6em;
  }
  .judgement .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em 1em;
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-height: 44px;
    cursor: pointer;
  }
  .judgement textarea {
    display: block;
    width: 100%;
    min-height: 3.4em;
  }
`;
