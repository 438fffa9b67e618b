import { css } from 'lit';
import { dialogStyles } from './styles-dialog.ts';
import { personStyles } from './styles-person.ts';
import { photoStyles } from './styles-photo.ts';
import { plainStyles } from './styles-plain.ts';
import { replyStyles } from './styles-reply.ts';
import { themeStyles } from './styles-theme.ts';
import { ticketStyles } from './styles-ticket.ts';
import { windowStyles } from './styles-window.ts';
import { zoomedStyles } from './styles-zoomed.ts';

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
    display: block;
    height: 100%;
    color: var(--ink);
    font: 400 16px/1.7 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', system-ui, sans-serif;
    line-break: strict;
    /* A little air between Chinese and Latin letters or figures; no lone character on a last line. */
    text-autospace: normal;
    text-wrap: pretty;
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
`;

export const styles = [
  groundStyles,
  themeStyles,
  windowStyles,
  replyStyles,
  ticketStyles,
  dialogStyles,
  photoStyles,
  personStyles,
  plainStyles,
  zoomedStyles,
];
