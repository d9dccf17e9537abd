/** What a class's paper cards are printed, read and listed with. */

export { default as MarkerSheets } from './MarkerSheets.svelte';
export { default as CameraView } from './CameraView.svelte';
export { default as CardRoll } from './CardRoll.svelte';
export { default as LetteredOptions } from './LetteredOptions.svelte';
export { default as WideSelect } from './WideSelect.svelte';
