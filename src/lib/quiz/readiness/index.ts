export { examRecord, type Check, type PredictionRecord } from './checks.ts';
export { finishedQuizzes } from './finished.ts';
export { ENOUGH_SIGHTS, type Beforehand } from './first-sights.ts';
export { predictScore, type Asked, type Prediction } from './prediction.ts';
