export { cardFacts, type CardFacts, type PlacedCard } from './facts.ts';
export { termIn, termText, withTerm, type Slot } from './filters.ts';
export { matching, type Test } from './match.ts';
export { IN_TEXT, ordered, ORDERS, type Order, type OrderName } from './order.ts';
export { readSearch, type Search, type Slip } from './parse.ts';
export type { Query, Term } from './query.ts';
export type { Vocabulary } from './terms.ts';
