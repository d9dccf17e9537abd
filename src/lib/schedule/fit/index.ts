export type { Figures } from './evaluate.ts';
export { ENOUGH_REVIEWS, fit, reviewsUntilNextFit, type Fit, type FitRecord } from './measure.ts';
export { reviewLog, type LoggedReview, type ReviewLog } from './reviews.ts';
