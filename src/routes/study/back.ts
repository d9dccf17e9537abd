export { default as Beginning } from './Beginning.svelte';
export { default as Hints } from './Hints.svelte';
export {
  Answer,
  GradeBar,
  Source,
  StudyEnd,
  StudyMenu,
  StudyWays,
  swipe,
  Toast,
} from '$lib/ui/index.ts';
