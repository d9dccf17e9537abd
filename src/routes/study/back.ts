export { default as Beginning } from './Beginning.svelte';
export { default as Hints } from './Hints.svelte';
export { Answer, GradeBar, Source, StudyEnd, StudyWays } from '$lib/ui/index.ts';
