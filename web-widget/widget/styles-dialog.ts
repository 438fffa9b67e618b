import { css } from 'lit';

/** What lies over the conversation: an opened passage, a matter's card, the way to a person. */
export const dialogStyles = css`
  dialog {
    padding: 0;
    /* Seen only where the system's own colours take all others away. */
    border: 1px solid transparent;
    border-radius: 14px;
    width: min(680px, 100vw - 24px);
    max-height: min(82dvh, 860px);
    color: var(--ink);
    background: var(--card);
    box-shadow: 0 12px 50px rgb(0 0 0 / 0.35);
  }
  dialog::backdrop {
    background: rgb(20 30 34 / 0.55);
  }
  .sheet {
    display: flex;
    flex-direction: column;
    gap: 0.5em;
    max-height: min(82dvh, 860px);
    padding: 0.8em 1.2em 1.2em;
  }
  .sheet header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1em;
  }
  .sheet h2 {
    font-size: 1.15em;
    line-height: 1.4;
  }
  .document {
    overflow-y: auto;
    white-space: pre-wrap;
    border-block-start: 1px solid var(--line);
    padding: 0.8em 0.3em;
  }
  mark {
    background: var(--mark);
    color: inherit;
    padding: 0.1em 0;
    border-radius: 0.15em;
  }
  blockquote {
    border-inline-start: 4px solid var(--accent);
    padding-inline-start: 0.8em;
  }
  .sheet {
    overflow-y: auto;
  }
  .sheet .document {
    flex: 1 1 auto;
    min-height: 5em;
  }
  .sheet .option {
    align-self: start;
  }
  .card-body {
    white-space: normal;
    display: grid;
    gap: 0.9em;
  }
  .situation summary {
    display: flex;
    align-items: center;
    min-height: 44px;
    color: var(--accent);
    font-weight: 600;
    cursor: pointer;
  }
  .situation summary::before {
    content: '＋';
    margin-inline-end: 0.4em;
  }
  .situation[open] summary::before {
    content: '－';
  }
  .card-body section,
  .situation > div {
    display: grid;
    gap: 0.4em;
  }
  .card-body h3 {
    font-size: 1em;
    font-weight: 600;
    color: var(--accent);
  }
  .card-body .lines {
    padding-inline-start: 1.3em;
    display: grid;
    gap: 0.25em;
  }
  .checklist {
    list-style: none;
    display: grid;
    gap: 0.2em;
  }
  .checklist label {
    display: flex;
    gap: 0.7em;
    align-items: start;
    min-height: 44px;
    padding: 0.4em 0.5em;
    border-radius: 0.5em;
    cursor: pointer;
  }
  .checklist label:hover {
    background: var(--tint);
  }
  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    width: 1.4em;
    height: 1.4em;
    margin: 0.15em 0 0;
    accent-color: var(--fill);
  }
  .option[aria-pressed='true'] {
    background: var(--fill);
    border-color: var(--fill);
    color: var(--on-fill);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .main {
    display: inline-grid;
    place-items: center;
    min-height: 44px;
    padding: 0.3em 1.2em;
    border: 1px solid var(--fill);
    border-radius: 0.6em;
    background: var(--fill);
    color: var(--on-fill);
    font-weight: 600;
    text-decoration: none;
  }
  .main[aria-disabled='true'] {
    opacity: 1;
  }
  /* Read by the printer alone. */
  .printed {
    position: absolute;
    inset: 0 auto auto 0;
    width: 1px;
    height: 1px;
    border: 0;
    visibility: hidden;
  }
`;
