export { getRecite, Recite, setRecite, type Wiring } from './recite.svelte.ts';
export { StudySession, type StudyCard } from './study.svelte.ts';
export { readToday, type Today } from './today.ts';
export { display, TEXT_SIZES, THEMES, type TextSize, type Theme } from './display.svelte.ts';
export { Updates } from './updates.svelte.ts';
export { readMemory } from './memory.ts';
