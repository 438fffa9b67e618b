import { css } from 'lit';

/** The photographs above the composer. */
export const photoStyles = css`
  /* Three photographs and their questions may be taller than the window; what lies below stays in reach. */
  .window > .photos {
    /* The conversation above gives way first. */
    flex: 0 0.01 auto;
    min-height: 5em;
    max-height: 45%;
    overflow-y: auto;
  }
  .photos {
    padding: 0.5rem 0.75rem;
    border-top: 1px solid var(--line);
  }
  .photos ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .photos li {
    display: flex;
    flex-direction: column;
    gap: 0.25rem;
    max-width: 10rem;
  }
  .photos canvas {
    max-width: 100%;
    height: 72px;
    object-fit: contain;
  }
  .photos progress {
    width: 100%;
  }
  .photos p {
    margin: 0 0 0.25rem;
  }
`;
