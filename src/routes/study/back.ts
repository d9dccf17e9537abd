export { Answer, GradeBar, Source, StudyEnd } from '$lib/ui/index.ts';
