import type { zhWorkplace } from './zh-workplace.ts';

export const enWorkplace: typeof zhWorkplace = {
  search: 'Search',
  searchHint: 'Search tickets, matters, documents, or a page to go to',
  searching: 'Searching…',
  searchFailed: 'The search failed. Check the network and try again.',
  nothing: 'Nothing found. Put it another way, or type only the end of a number.',
  commands: 'Go and do',
  goTo: (page) => `Open ${page}`,
  dark: 'Switch to dark',
  light: 'Switch to light',
  kinds: {
    ticket: 'Tickets',
    card: 'Matters',
    document: 'Documents',
    saved_question: 'Saved questions',
    account: 'Accounts',
  },
  inbox: {
    title: 'Inbox',
    open: (unread) => (unread > 0 ? `Inbox, ${unread} new` : 'Inbox'),
    close: 'Close the inbox',
    empty: 'Nothing yet. You are told here when a ticket comes to your unit, is returned or nears its deadline.',
    isNew: 'New',
    kinds: {
      escalated_80: '80% of the time is used',
      escalated_120: '20% over the time limit',
      escalated_200: 'Twice the time limit is used',
    },
  },
  tour: {
    title: 'A one-minute tour',
    offer: 'New here? Take a minute to see what you can do.',
    start: 'Take the tour',
    dismiss: 'No, thanks',
    again: 'Take the tour again',
    close: 'Close the tour',
    back: 'Back',
    next: 'Next',
    done: 'Got it',
    tryIt: 'Try it',
    synthetic: 'Tickets and data of the demonstration are synthetic: try whatever you like.',
    steps: {
      hotline_operator: [
        {
          title: 'Calls',
          text: 'Once a call is on, its transcript comes in line by line, with what to ask, an answer to read out and a ticket that fills itself beside it.',
          path: '/calls',
        },
        {
          title: 'Filing',
          text: 'Nothing is filed without your word. What you correct stays as you set it and becomes a test case.',
          path: '/calls',
        },
        {
          title: 'Tickets',
          text: 'Tickets that need a decision stand in triage: those without an owner and those in dispute, with the evidence.',
          path: '/triage',
        },
        {
          title: 'Search anywhere',
          text: 'Ctrl K finds tickets, pages and languages; the inbox tells you what has come to you.',
          path: '/tickets',
        },
      ],
      unit_handler: [
        {
          title: 'My tickets',
          text: 'The most pressing stand first. Open one to read what was said and what is asked for.',
          path: '/tickets',
        },
        {
          title: 'The clock',
          text: 'Every deadline can be shown line by line; pauses and extensions name their reason.',
          path: '/tickets',
        },
        {
          title: 'Returning',
          text: 'What is not yours goes back with a reason and a clause; a second return is adjudicated.',
          path: '/tickets',
        },
        {
          title: 'Three rates',
          text: 'How response, resolution and satisfaction are computed, with numerator and denominator.',
          path: '/rates',
        },
      ],
      cadre: [
        {
          title: 'Ask in plain words',
          text: 'Such as what was complained of most in each district last month. You get figures, a table and a chart, inside your jurisdiction.',
          path: '/data',
        },
        {
          title: 'See how it was computed',
          text: 'Each figure says where it comes from. A wrong condition is changed by a click, and you can ask on.',
          path: '/data',
        },
        {
          title: 'Keep and take along',
          text: 'Charts and tables can be exported; a question that comes up often is saved and asked again any day.',
          path: '/data',
        },
      ],
      operator: [
        {
          title: 'Evals at a glance',
          text: 'Whether answers are right, better or worse than before, and where they break.',
          path: '/evals',
        },
        {
          title: 'Review queue',
          text: 'Answers in doubt queue up. Judge them, and they become test cases.',
          path: '/evals/queue',
        },
        {
          title: 'Knowledge',
          text: 'Cards and documents are kept here: edit a draft, look at what changes, publish, and withdraw at any time.',
          path: '/knowledge/cards',
        },
        {
          title: 'Search anywhere',
          text: 'Ctrl K finds tickets, matters and documents, and switches page or language.',
          path: '/evals',
        },
      ],
      administrator: [
        {
          title: 'Accounts',
          text: 'Make and close accounts and reset passwords; every step is written down.',
          path: '/admin',
        },
        {
          title: 'Keys and switches',
          text: 'Other systems come in by keys; every way in can be closed within seconds, with a reason.',
          path: '/admin/switches',
        },
        {
          title: 'Retention',
          text: 'See how much would go before you save; who did what is found in the audit.',
          path: '/admin/retention',
        },
      ],
    },
  },
};
