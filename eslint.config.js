import { readFileSync } from 'node:fs';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const pure = /** @type {{ include: string[] }} */ (
  JSON.parse(readFileSync(new URL('tsconfig.pure.json', import.meta.url), 'utf8'))
);

const GIVEN = 'A pure room is given it by its caller.';

export default defineConfig(
  {
    ignores: ['build/', '.svelte-kit/', 'coverage/', 'test-results/', 'playwright-report/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
      globals: { ...globals.browser, ...globals.node },
    },
    rules: {
      // `== null` asks for null and undefined at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-alert': 'error',
      'no-cond-assign': 'error',
      'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
      'no-control-regex': 'error',
      'no-debugger': 'error',
      'no-empty': 'error',
      'no-eval': 'error',
      'no-loss-of-precision': 'error',
      'no-misleading-character-class': 'error',
      'no-self-assign': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unsafe-finally': 'error',
      'no-unsafe-optional-chaining': 'error',
      'no-useless-escape': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: true }],
      '@typescript-eslint/prefer-optional-chain': 'error',
      // The app lies at the root of its origin; and `ui` is shown addresses, it does not know them.
      'svelte/no-navigation-without-resolve': 'off',
      // What need not be reactive is a plain Map or Set on purpose.
      'svelte/prefer-svelte-reactivity': 'off',
      // A port has promises in it; what keeps things in memory need not wait for anything.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    // What `$props` gives is declared with `let`; this rule knows.
    rules: { 'prefer-const': 'off', 'svelte/prefer-const': 'error' },
  },
  {
    files: ['**/*.svelte'],
    languageOptions: {
      parserOptions: { projectService: false, project: './tsconfig.svelte.json' },
    },
  },
  {
    // No tsconfig knows these, so there are no types to go by.
    files: ['*.config.js', 'playwright.config.ts', 'static/**/*.js'],
    extends: [ts.configs.disableTypeChecked],
  },
  {
    files: ['src/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      // Longer than this, a file has more than one thing to say.
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A component also holds its markup and its style.
    files: ['src/**/*.svelte'],
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['src/lib/**', 'src/routes/**'],
    rules: { 'no-console': 'error' },
  },
  {
    files: pure.include,
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['crypto', 'performance', 'setTimeout', 'setInterval', 'globalThis'].map((name) => ({
          name,
          message: GIVEN,
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: GIVEN },
        { object: 'Math', property: 'random', message: GIVEN },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: `This reads the clock. ${GIVEN}`,
        },
        {
          selector: 'CallExpression[callee.name="Date"]',
          message: `This reads the clock. ${GIVEN}`,
        },
        {
          // Their results depend on the time zone of the machine.
          selector:
            'CallExpression[callee.property.name=/^(get|set)(Date|Day|FullYear|Hours|Minutes|Month|TimezoneOffset)$/]',
          message: 'This reads the machine’s time zone. Use the local days of primitives.',
        },
      ],
    },
  },
);
