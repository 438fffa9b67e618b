import { css } from 'lit';

/** The window, its header, the composer, and the button that opens it. */
export const windowStyles = css`
  .launcher {
    position: fixed;
    inset: auto 20px 20px auto;
    z-index: 2147483000;
    width: 68px;
    height: 68px;
    border-radius: 50%;
    border: 1px solid transparent;
    padding: 0;
    background: var(--fill);
    color: var(--on-fill);
    font-weight: 600;
    font-size: 18px;
    letter-spacing: 0.08em;
    box-shadow: 0 4px 18px rgb(0 0 0 / 0.28);
  }
  .window {
    position: fixed;
    inset: auto 20px 20px auto;
    z-index: 2147483000;
    width: min(420px, 100vw - 40px);
    height: min(680px, 100vh - 40px);
    height: min(680px, 100dvh - 40px);
    display: flex;
    flex-direction: column;
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: 14px;
    box-shadow: 0 10px 40px rgb(0 0 0 / 0.22);
    overflow: hidden;
  }
  :host([position='bottom-left']) :is(.launcher, .window) {
    inset: auto auto 20px 20px;
  }
  :host([inline]) .window {
    position: static;
    width: 100%;
    height: 100%;
    box-shadow: none;
  }
  .window.large {
    font-size: 22px;
  }
  @media (max-width: 480px) {
    :host(:not([inline])) .window {
      inset: 0;
      width: 100vw;
      height: 100vh;
      height: 100dvh;
      border: 0;
      border-radius: 0;
    }
  }
  .window > header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3em;
    padding: 0.35em 0.7em;
    background: var(--fill);
    color: var(--on-fill);
  }
  .window > header h2 {
    flex: 1 1 8em;
    font-size: 1.06em;
    font-weight: 600;
    line-height: 1.4;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em;
    margin-inline-start: auto;
  }
  .window > header .tool {
    background: transparent;
    color: inherit;
    border-color: transparent;
    padding: 0 0.6em;
    font-size: 0.94em;
  }
  .window > header .tool:hover,
  .window > header .tool[aria-pressed='true'] {
    border-color: currentColor;
  }
  .window > header :focus-visible {
    outline-color: var(--on-fill);
    outline-offset: -4px;
  }
  .seal {
    display: grid;
    place-items: center;
    width: 2em;
    height: 2em;
    border-radius: 0.45em;
    background: var(--on-fill);
    color: var(--fill);
    font-weight: 700;
    margin-inline-end: 0.3em;
  }
  .notice {
    background: var(--warm);
    border-block-end: 1px solid var(--warm-line);
    padding: 0.5em 1em;
    font-size: 0.94em;
  }
  .log {
    flex: 1 1 auto;
    min-height: 4em;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 1em;
  }
  .log:focus-visible {
    outline-offset: -4px;
  }
  .empty {
    display: grid;
    gap: 0.7em;
    max-width: 44em;
    margin-inline: auto;
  }
  .greeting {
    font-size: 1.35em;
    font-weight: 600;
  }
  .empty h3 {
    font-size: 1em;
    font-weight: 600;
    color: var(--quiet);
    margin-block-start: 0.4em;
  }
  .starters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16em), 1fr));
    gap: 0.6em;
  }
  .starters .option {
    text-align: start;
    padding: 0.6em 0.9em;
  }
  .composer {
    display: flex;
    gap: 0.6em;
    align-items: stretch;
    padding: 0.7em 1em 0.3em;
    border-block-start: 1px solid var(--line);
    background: var(--card);
  }
  textarea {
    flex: 1 1 0;
    width: 0;
    min-width: 0;
    min-height: 3.4em;
    max-height: 9em;
    resize: none;
    field-sizing: content;
    font: inherit;
    line-height: 1.5;
    color: inherit;
    background: var(--card);
    border: 1px solid var(--edge);
    border-radius: 0.6em;
    padding: 0.5em 0.7em;
  }
  textarea::placeholder {
    color: var(--quiet);
    opacity: 1;
  }
  .send {
    background: var(--fill);
    border-color: var(--accent);
    color: var(--on-fill);
    font-weight: 600;
    white-space: nowrap;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0 1em;
    padding: 0 1em 0.3em;
    background: var(--card);
    color: var(--quiet);
    font-size: 0.875em;
  }
  footer a {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    color: var(--accent);
  }
`;
