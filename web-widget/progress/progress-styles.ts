import { css } from 'lit';

/** Large print on paper; everything in em, so that one switch makes all of it larger. */
export const styles = css`
  :host {
    display: block;
  }
  .sheet {
    --accent: #0f5767;
    --card: #ffffff;
    --ink: #1d2529;
    --quiet: #52606a;
    --line: #d9d5cb;
    --edge: #6b777d;
    --tint: #e8f1f2;
    --good: #e4f2e6;
    --bad: #fdebe9;
    --danger: #b3261e;
    max-width: 40em;
    margin: 0 auto;
    font-size: 1.125rem;
    line-height: 1.7;
    color: var(--ink);
    overflow-wrap: anywhere;
  }
  .sheet.large {
    font-size: 1.6rem;
  }
  * {
    box-sizing: border-box;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.3em 1em;
  }
  h1 {
    margin: 0;
    font-size: 1.6em;
    line-height: 1.3;
  }
  h2 {
    margin: 0 0 0.3em;
    font-size: 1.2em;
    line-height: 1.4;
  }
  p {
    margin: 0.4em 0;
  }
  section {
    margin-block: 1em;
    padding: 0.8em 1em;
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: 0.6em;
  }
  form {
    display: grid;
    gap: 0.9em;
  }
  label,
  legend {
    font-weight: 600;
  }
  label .quiet {
    font-weight: 400;
  }
  input:not([type='radio']),
  textarea {
    display: block;
    width: 100%;
    min-height: 2.6em;
    margin-block-start: 0.2em;
    padding: 0.3em 0.6em;
    font: inherit;
    font-weight: 400;
    color: inherit;
    background: var(--card);
    border: 1px solid var(--edge);
    border-radius: 0.4em;
  }
  button {
    min-height: 44px;
    padding: 0.3em 1em;
    font: inherit;
    color: var(--accent);
    background: var(--card);
    border: 1px solid var(--accent);
    border-radius: 0.5em;
    cursor: pointer;
  }
  button.main,
  button[aria-pressed='true'] {
    color: #ffffff;
    background: #0f5767;
  }
  button.main {
    justify-self: start;
    font-weight: 600;
  }
  button:disabled {
    cursor: wait;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-start: 0.3em;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-height: 44px;
    padding: 0.2em 0.9em;
    font-weight: 400;
    background: var(--card);
    border: 1px solid var(--edge);
    border-radius: 0.5em;
    cursor: pointer;
  }
  .choice:has(:checked) {
    background: var(--tint);
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .choice input {
    flex: none;
    width: 1.2em;
    height: 1.2em;
    margin: 0;
    accent-color: var(--accent);
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  dl {
    display: grid;
    gap: 0.3em;
    margin: 0.6em 0 0;
  }
  dl div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.8em;
  }
  dt {
    flex: 0 0 5.5em;
    color: var(--quiet);
  }
  dd {
    flex: 1 1 9em;
    margin: 0;
  }
  ol {
    margin: 0;
    padding-inline-start: 1.6em;
    display: grid;
    gap: 0.5em;
  }
  .said {
    white-space: pre-wrap;
    padding-inline-start: 0.7em;
    border-inline-start: 3px solid var(--accent);
  }
  .state {
    display: inline-block;
    padding: 0 0.5em;
    border-radius: 0.4em;
    background: var(--tint);
  }
  .quiet {
    color: var(--quiet);
    font-size: 0.92em;
  }
  .clock {
    font-weight: 600;
  }
  .told {
    padding: 0.5em 0.8em;
    background: var(--good);
    border-radius: 0.4em;
  }
  .problem {
    padding: 0.5em 0.8em;
    background: var(--bad);
    border: 1px solid var(--danger);
    border-radius: 0.4em;
  }
  @media (max-width: 30rem) {
    section {
      padding: 0.7em;
    }
  }
  .photographs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    padding: 0;
    list-style: none;
  }
  .photographs img {
    display: block;
    max-width: 100%;
    border: 1px solid var(--line);
  }
  @media (prefers-color-scheme: dark) {
    .sheet {
      --accent: #8ecad6;
      --card: #1c2428;
      --ink: #eef2f3;
      --quiet: #b4c0c5;
      --line: #3c484e;
      --edge: #8d9aa0;
      --tint: #17353c;
      --good: #16331d;
      --bad: #451d19;
      --danger: #ffa59c;
      color-scheme: dark;
    }
  }
`;
