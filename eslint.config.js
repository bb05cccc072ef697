import { defineConfig, globalIgnores } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import svelte from 'eslint-plugin-svelte';
import typescript from 'typescript-eslint';
import { bannedInSimCore, insteadOf } from './tests/tidy/banned-in-sim-core.ts';

const testFiles = ['**/*.test.ts', 'e2e/**', 'sim-core/test/**', 'tests/**'];

export default defineConfig(
  globalIgnores(['dist/', 'dist-under-path/', '.astro/', 'test-results/', 'playwright-report/']),

  typescript.configs.recommendedTypeChecked,
  typescript.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  astro.configs.recommended,

  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        // The same list for every file, else the project is loaded anew for each kind.
        extraFileExtensions: ['.svelte', '.astro'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-constant-condition': 'error',
      'no-control-regex': 'error',
      'no-debugger': 'error',
      'no-empty': 'error',
      'no-irregular-whitespace': 'error',
      'no-useless-escape': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        // Where '' and false count as nothing, `||` is what is meant.
        { ignorePrimitives: { boolean: true, string: true } },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // An index into a typed array that was just checked, or is in range by construction.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Typed arrays are walked by index where order or the index itself matters.
      '@typescript-eslint/prefer-for-of': 'off',
      // An object and a class that share a name, or a list of methods: either may read better.
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },

  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
    rules: {
      // `let { a, b = $bindable() } = $props()` is how Svelte declares them.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { destructuring: 'all' }],
      // A Map of stores by name, or a URL that is read once: nothing is drawn from them.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },

  // What another component hands to a callback: Svelte's own checker knows its type, ESLint does not.
  {
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },

  // `astro check` knows the types of a template; ESLint's parser does not.
  {
    files: ['**/*.astro', '**/*.astro/*.ts', '**/*.astro/*.js'],
    extends: [typescript.configs.disableTypeChecked],
  },

  {
    files: ['sim-core/**/*.ts'],
    ignores: ['sim-core/test/**'],
    rules: {
      'no-restricted-properties': ['error', ...bannedProperties()],
      'no-restricted-syntax': [
        'error',
        {
          // A power of two literals is folded when the code is read: `2 ** 32` is exact.
          selector: "BinaryExpression[operator='**']:not([left.type='Literal'][right.type='Literal'])",
          message: insteadOf('Math', 'pow'),
        },
        { selector: "AssignmentExpression[operator='**=']", message: insteadOf('Math', 'pow') },
        { selector: "NewExpression[callee.name='Date']", message: insteadOf('Date', 'now') },
      ],
    },
  },
  // The one place that may say how these are made from what the engines share.
  {
    files: ['sim-core/random/portable-math.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-syntax': 'off' },
  },

  { files: testFiles, rules: { 'max-lines-per-function': 'off' } },
  { files: ['commands/**', 'bench/**'], rules: { 'no-console': 'off' } },
);

function bannedProperties() {
  return Object.entries(bannedInSimCore).flatMap(([object, properties]) =>
    properties.map((property) => ({ object, property, message: insteadOf(object, property) })),
  );
}
