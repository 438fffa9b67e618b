import { css } from 'lit';

/** What is said in the window: messages, citations, options, thumbs, emergencies. */
export const replyStyles = css`
  .log ol {
    display: grid;
    gap: 1.1em;
    max-width: 46em;
    margin-inline: auto;
  }
  .citizen {
    display: grid;
    justify-items: end;
  }
  .citizen p {
    max-width: 85%;
    white-space: pre-wrap;
    background: var(--fill);
    color: var(--on-fill);
    padding: 0.5em 0.9em;
    border-radius: 1em 1em 0.25em 1em;
  }
  .unsent p {
    background: var(--tint);
    color: var(--ink);
    border: 1px dashed var(--accent);
  }
  .refused {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: 0.4em;
    color: var(--danger);
    font-size: 0.94em;
  }
  .bubble,
  .writing {
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: 0.25em 1em 1em 1em;
    padding: 0.7em 1em;
  }
  .bubble > * + * {
    margin-block-start: 0.6em;
  }
  .text,
  .writing {
    white-space: pre-wrap;
  }
  .part + .part {
    border-block-start: 1px solid var(--line);
    padding-block-start: 0.8em;
    margin-block-start: 0.8em;
  }
  .part > * + * {
    margin-block-start: 0.6em;
  }
  .bubble h3 {
    font-size: 1em;
    font-weight: 600;
    color: var(--accent);
  }
  .bubble ul {
    list-style: disc;
    padding-inline-start: 1.3em;
    display: grid;
    gap: 0.25em;
  }
  .tied {
    white-space: nowrap;
  }
  /* Within a line of text, so smaller than other targets; still 24 px or more, and none lies over another. */
  .mark {
    display: inline-grid;
    place-items: center;
    vertical-align: middle;
    min-width: 2em;
    min-height: 1.75em;
    margin-inline: 2px;
    padding: 0;
    border: 0;
    background: none;
    /* Left out of what people copy; the sources are added in words (copy-with-origin.ts). */
    user-select: none;
    -webkit-user-select: none;
  }
  .mark span {
    min-width: 1.7em;
    padding: 0 0.4em;
    border-radius: 1em;
    background: var(--tint);
    color: var(--accent);
    font-size: 0.8em;
    font-weight: 600;
    line-height: 1.7;
  }
  .mark:hover span {
    background: var(--fill);
    color: var(--on-fill);
  }
  .mark:focus-visible {
    outline-offset: 0;
  }
  .missing {
    background: var(--warm);
    border: 1px solid var(--warm-line);
    border-radius: 0.6em;
    padding: 0.5em 0.8em;
  }
  .missing h3 {
    color: var(--ink);
  }
  .synthetic {
    width: fit-content;
    padding: 0 0.6em;
    border: 1px solid var(--warm-line);
    border-radius: 0.4em;
    background: var(--warm);
    color: var(--ink);
  }
  .options,
  .reasons,
  .underneath,
  .thumbs {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
  }
  .option {
    border-color: var(--accent);
    color: var(--accent);
    background: var(--card);
  }
  .option:hover:not(:disabled) {
    background: var(--tint);
  }
  .option:disabled {
    border-color: var(--line);
    color: var(--quiet);
    cursor: default;
  }
  .underneath {
    padding-inline: 0.3em;
  }
  .underneath > .small {
    margin-inline-end: auto;
  }
  .thumbs button,
  .quiet {
    border-color: transparent;
    background: none;
    color: var(--quiet);
    font-size: 0.875em;
    padding: 0 0.5em;
  }
  .reasons input {
    flex: 1 1 10em;
    min-width: 0;
    min-height: 44px;
    padding: 0.3em 0.7em;
    font: inherit;
    color: inherit;
    background: var(--card);
    border: 1px solid var(--edge);
    border-radius: 0.6em;
  }
  .thumbs button:hover,
  .quiet:hover,
  .thumbs button[aria-pressed='true'] {
    border-color: var(--accent);
    color: var(--accent);
  }
  .emergency {
    border: 2px solid var(--danger);
    border-radius: 0.6em;
    padding: 0.8em 1em;
    display: grid;
    gap: 0.6em;
  }
  .emergency strong {
    color: var(--danger);
    font-size: 1.1em;
  }
  .numbers {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
  }
  .numbers a {
    display: inline-grid;
    place-items: center;
    min-width: 3.2em;
    min-height: 44px;
    padding: 0.1em 0.5em;
    border-radius: 0.4em;
    background: var(--danger-fill);
    color: #ffffff;
    font-size: 1.7em;
    font-weight: 700;
    text-decoration: none;
  }
  .numbers a:focus-visible {
    outline-color: var(--danger);
  }
  .typing {
    display: flex;
    align-items: center;
    gap: 0.6em;
    color: var(--quiet);
    padding: 0.4em 0.3em;
  }
  .dots {
    display: inline-flex;
    gap: 4px;
  }
  .dots i {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--accent);
    animation: breathe 1.2s infinite ease-in-out;
  }
  .dots i:nth-child(2) {
    animation-delay: 0.2s;
  }
  .dots i:nth-child(3) {
    animation-delay: 0.4s;
  }
  @keyframes breathe {
    0%,
    100% {
      opacity: 0.25;
    }
    50% {
      opacity: 1;
    }
  }
`;
