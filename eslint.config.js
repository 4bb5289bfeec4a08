import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** What law 2 keeps out of `domain/`: clock, chance and new ids are told to it. */
const IMPURE = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Law 2: the domain is told the time.'
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Law 2: the domain is told the time.'
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Law 2: the domain is told its chances.'
  },
  {
    selector: "CallExpression[callee.name='newId']",
    message: 'Law 2: the domain is told new ids.'
  },
  {
    selector: "MemberExpression[object.name='crypto']",
    message: 'Law 2: the domain is told its chances and ids.'
  }
];

const NOT_IN_DOMAIN = [
  'window',
  'document',
  'localStorage',
  'navigator',
  'fetch',
  'indexedDB',
  'process'
].map((name) => ({ name, message: 'Law 2: the domain knows no browser and no server.' }));

export default ts.config(
  globalIgnores([
    'build/',
    '.svelte-kit/',
    'node_modules/',
    'data/',
    'test-results/',
    'playwright-report/'
  ]),
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...ts.configs.stylisticTypeChecked,
  ...svelte.configs['flat/recommended'],
  prettier,
  ...svelte.configs['flat/prettier'],
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', '*.cjs'] },
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte']
      }
    },
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      'no-else-return': ['error', { allowElseIf: false }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: true }
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/prefer-optional-chain': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }
      ],
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } }
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error'
    }
  },
  {
    // Kit's own types, module augmentation and `redirect`/`error`, which throw what is no Error.
    files: ['**/*.d.ts', '**/tables.ts', 'src/server/rate-limit.ts', 'tests/support/**'],
    rules: { '@typescript-eslint/consistent-type-definitions': 'off' }
  },
  {
    files: ['src/routes/**', 'src/hooks.server.ts'],
    rules: { '@typescript-eslint/only-throw-error': 'off' }
  },
  {
    files: ['src/**/domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...IMPURE],
      'no-restricted-globals': ['error', ...NOT_IN_DOMAIN]
    }
  },
  {
    // Typed arrays in inner loops: every index there was made by the module itself, and checking each
    // would cost more than the work.
    files: ['src/features/board/domain/assignment{.ts,/*.ts}'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' }
  },
  {
    // Inside a Dexie transaction nothing but Dexie may be awaited: a foreign await commits it half-way.
    files: ['src/**/client/**/*.ts', 'src/app/client/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.property.name='transaction'] AwaitExpression > CallExpression[callee.name=/^(fetch|setTimeout)$/]",
          message:
            'Nothing but Dexie is awaited inside a Dexie transaction: a fetch there breaks its atomicity.'
        },
        {
          selector:
            "CallExpression[callee.property.name='transaction'] MemberExpression[object.name='crypto']",
          message: 'Encrypt before the Dexie transaction, not inside it.'
        }
      ]
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    // svelte-check knows the types of components; the typed rules here do not.
    extends: [ts.configs.disableTypeChecked],
    rules: {
      'max-lines-per-function': 'off',
      // Addresses are plain `href`s, the same with and without a script.
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/button-has-type': 'error'
    }
  },
  {
    files: ['**/*.js', '**/*.cjs'],
    extends: [ts.configs.disableTypeChecked]
  },
  {
    files: ['**/*.test.ts', 'tests/**'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': ['error', 350],
      '@typescript-eslint/no-non-null-assertion': 'off'
    }
  }
);
