import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { bankJsonSchema } from './index.ts';

const COMMITTED = new URL('../../../../questions/bank.schema.json', import.meta.url);

it('is committed as questions/bank.schema.json, for editors', async () => {
  const path = fileURLToPath(COMMITTED);
  const options = await resolveConfig(path);
  const schema = await format(JSON.stringify(bankJsonSchema()), { ...options, parser: 'json' });
  await expect(
    schema,
    'The schema has changed: write the file anew with `npx vitest run --project unit src/lib/bank/source/schema.test.ts --update`',
  ).toMatchFileSnapshot(path);
});
