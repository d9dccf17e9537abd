export { examNeeding, examPlanning, finished, type ExamNeeds, type ExamPlan } from './plan.ts';
export type { ExamCard, ExamDay, ExamRequest } from './simulation.ts';
