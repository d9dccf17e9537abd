export {
  examNeeding,
  examPlanning,
  finished,
  usualStudy,
  type ExamNeeds,
  type ExamPlan,
} from './plan.ts';
export type { ExamCard, ExamDay, ExamRequest } from './simulation.ts';
