import { css } from 'lit';
import { replyStyles } from './styles-reply.ts';
import { ticketStyles } from './styles-ticket.ts';
import { windowStyles } from './styles-window.ts';

/** Colours and type, settable from the page: `yuwen-chat { --yuwen-accent: #123456 }`. Sizes are in em: a page's rem may be anything. */
const groundStyles = css`
  :host {
    display: block;
    position: relative;
  }
  :host([inline]) {
    height: 40em;
    max-height: 100dvh;
  }
  :host([hidden]) {
    display: none;
  }
  /* Whatever the page lets flow into the element stops here. */
  .frame {
    all: initial;
    --accent: var(--yuwen-accent, #0f5767);
    --on-accent: var(--yuwen-on-accent, #ffffff);
    --paper: var(--yuwen-paper, #fbf9f5);
    --card: #ffffff;
    --ink: #1d2529;
    --quiet: #56646b;
    --line: #d9d5cb;
    --tint: #e8f1f2;
    --warm: #fff6e3;
    --warm-line: #e3c88b;
    --danger: #b3261e;
    --mark: #ffe79a;
    display: block;
    height: 100%;
    color: var(--ink);
    font: 400 16px/1.7 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', system-ui, sans-serif;
    line-break: strict;
    overflow-wrap: anywhere;
    text-size-adjust: 100%;
    text-align: start;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ol,
  ul,
  dl,
  dd,
  blockquote {
    margin: 0;
    padding: 0;
  }
  ol {
    list-style: none;
  }
  button {
    font: inherit;
    color: inherit;
    min-height: 44px;
    min-width: 44px;
    cursor: pointer;
    border-radius: 0.6em;
    border: 1px solid var(--line);
    background: var(--card);
    padding: 0.3em 0.9em;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .small {
    font-size: 0.875em;
    color: var(--quiet);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    mark {
      outline: 2px solid;
    }
  }
`;

export const styles = [groundStyles, windowStyles, replyStyles, ticketStyles];
