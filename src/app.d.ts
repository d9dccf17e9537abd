declare module 'virtual:recite/banks' {
  /** The shipped banks, compiled by the build. */
  export const banks: readonly import('./lib/bank/index.ts').PackedBank[];
}

declare module 'virtual:recite/first' {
  /** The bank that the app opens, and what a first launch shows of it before it is there. */
  export const first: {
    readonly id: string;
    readonly title: string;
    readonly language: string;
    /** The one that is asked first. */
    readonly question: { readonly type: string; readonly prompt: string };
  };
}

declare module 'virtual:recite/shelf' {
  /** The shipped documents, in the order of their folders. */
  export const shelf: readonly {
    readonly id: string;
    readonly title: string;
    readonly language: string;
  }[];
}

declare module 'virtual:recite/review' {
  /** The shipped banks and what the checker says of each; for authors, in development. */
  export const reviews: readonly {
    readonly bank: import('./lib/bank/index.ts').Bank;
    readonly report: import('./lib/bank/check/index.ts').CheckReport;
  }[];
  /** The names of the checker's rules. */
  export const rules: readonly string[];
}

declare module 'virtual:recite/words' {
  type Phrases = Readonly<Record<string, import('./lib/language/index.ts').Phrase>>;
  /** The Spanish that every page may say. */
  export const everywhere: Phrases;
  /** The first part of an address → fetches what the pages there say besides. */
  export const pages: Readonly<Record<string, () => Promise<{ readonly default: Phrases }>>>;
}
