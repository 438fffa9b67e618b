import { css } from 'lit';

/** The plain mode: large print, targets of 56 pixels and more, one screen at a time. */
export const plainStyles = css`
  .window.plain {
    width: min(640px, 100vw - 40px);
    height: min(860px, 100vh - 40px);
    height: min(860px, 100dvh - 40px);
    font-size: 24px;
    line-height: 1.65;
  }
  :host([inline]) .window.plain {
    width: 100%;
    height: 100%;
  }
  .plain button,
  .plain a.main,
  .plain a.option,
  .plain footer a,
  .plain .choice,
  .plain .situation summary,
  .plain .checklist label {
    min-height: 56px;
    min-width: 56px;
  }
  .plain button.mark {
    min-height: 56px;
  }
  .plain .small {
    font-size: 0.83em;
  }
  .plain > header {
    font-size: 20px;
  }
  .plain > footer {
    font-size: 20px;
  }
  .screen {
    flex: 1 1 auto;
    min-height: 4em;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 0.8em 1em;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 0.7em;
  }
  .screen:focus-visible {
    outline-offset: -4px;
  }
  .screen h3 {
    font-size: 1.15em;
    line-height: 1.4;
    color: var(--accent);
  }
  .screen h3:focus {
    outline: none;
  }
  .screen h3:focus-visible {
    outline: 3px solid var(--accent);
  }
  .screen .line + .line {
    margin-block-start: 0.6em;
  }
  .screen .choices,
  .plain-composer {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6em;
    margin-block-start: 0.6em;
  }
  .screen .choices > * {
    width: 100%;
    text-align: start;
    place-items: center start;
  }
  .quiet-option {
    font-size: 0.83em;
  }
  .plain-composer label {
    font-weight: 600;
  }
  .plain-composer textarea {
    width: 100%;
    min-height: 5.5em;
    max-height: 11em;
  }
  .where {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.3em 1em;
  }
  .reading,
  .listening {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .listening .small,
  .reading .small {
    flex: 1 1 100%;
  }
  .turning {
    display: flex;
    gap: 0.6em;
    padding: 0.5em 1em;
    border-block-start: 1px solid var(--line);
    background: var(--card);
  }
  .turning > * {
    flex: 1 1 0;
    padding-inline: 0.2em;
    white-space: nowrap;
  }
  .turning .main:disabled {
    background: var(--card);
    border-color: var(--line);
    color: var(--quiet);
  }
  .refusals {
    list-style: none;
  }
  @media (max-width: 480px) {
    :host(:not([inline])) .window.plain {
      width: 100vw;
      height: 100vh;
      height: 100dvh;
    }
  }
`;
