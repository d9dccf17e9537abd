declare module 'virtual:recite/banks' {
  /** The shipped banks, compiled by the build. */
  export const banks: readonly import('./lib/bank/index.ts').PackedBank[];
}
