export { default as Hints } from './Hints.svelte';
export { Answer, GradeBar, Source, StudyEnd } from '$lib/ui/index.ts';
