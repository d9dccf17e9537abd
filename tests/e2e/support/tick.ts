import type { Locator } from '@playwright/test';

/**
 * Sets a checkbox or chooses a radio button whose own label covers it. In the middle of the screen,
 * for at the bottom the navigation would take the click.
 */
export async function tick(control: Locator, checked = true): Promise<void> {
  await control.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await control.setChecked(checked, { force: true });
}
