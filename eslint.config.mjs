import boundaries from 'eslint-plugin-boundaries'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const element = (type, pattern) => ({ type, pattern })
const to = (...types) => ({ allow: { to: { element: { types: { anyOf: types } } } } })
const from = (...types) => ({ from: { element: { types: { anyOf: types } } } })

const noInlineHtml = [
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Build React elements; raw HTML never reaches the page.',
  },
  {
    selector: 'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
    message: 'Build DOM nodes; raw HTML never reaches the page.',
  },
  {
    selector: "CallExpression[callee.property.name='insertAdjacentHTML']",
    message: 'Build DOM nodes; raw HTML never reaches the page.',
  },
]

const noUntranslatedWords = [
  {
    selector: 'JSXText[value=/\\p{L}{2}/u]',
    message: 'Words of the interface are in src/renderer/locales.',
  },
  {
    selector:
      'JSXAttribute[name.name=/^(title|label|placeholder|alt|aria-label)$/] > Literal[value=/\\p{L}{2}/u]',
    message: 'Words of the interface are in src/renderer/locales.',
  },
]

const noElectron = {
  regex: '^electron(-store)?(/|$)',
  message: 'Electron is for src/main and src/preload: src/main/electron-ports.ts.',
}

const noFileSystem = {
  regex: '^(node:)?fs(/|$)',
  message:
    'Files go through the port, so that tests can make any of it fail: src/backend/files/file-port.ts.',
}

export default tseslint.config(
  { ignores: ['out/**', 'node_modules/**', 'test-results/**', 'playwright-report/**', 'tests/fixtures/**'] },
  {
    files: ['src/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}', 'scripts/**/*.ts', '*.ts'],
    extends: [tseslint.configs.strict],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.ts'] },
        warnOnUnsupportedTypeScriptVersion: false,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-restricted-syntax': ['error', ...noInlineHtml, ...noUntranslatedWords],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-control-regex': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      eqeqeq: 'error',
      'max-params': ['error', 4],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.css', '.svg', '.json'] } },
      'boundaries/include': ['src/**/*.{ts,tsx}'],
      'boundaries/elements': [
        element('domain', 'src/shared/domain'),
        element('contract', 'src/shared/contract'),
        element('lib', 'src/shared/lib'),
        element('backend', 'src/backend'),
        element('main', 'src/main'),
        element('preload', 'src/preload'),
        element('server', 'src/server'),
        element('cli', 'src/cli'),
        element('ui', 'src/renderer/ui'),
        { type: 'feature', pattern: 'src/renderer/features/*', capture: ['feature'] },
        element('app', 'src/renderer/app'),
        element('editor', 'src/renderer/editor'),
        element('state', 'src/renderer/state'),
        element('locales', 'src/renderer/locales'),
        element('entry', 'src/renderer'),
      ],
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            { ...from('domain'), ...to('domain', 'lib') },
            { ...from('contract'), ...to('contract', 'domain', 'lib') },
            { ...from('lib'), ...to('lib') },
            { ...from('backend'), ...to('backend', 'contract', 'domain', 'lib') },
            { ...from('main'), ...to('main', 'backend', 'contract', 'domain', 'lib') },
            { ...from('preload'), ...to('contract') },
            { ...from('server'), ...to('server', 'backend', 'contract', 'domain', 'lib') },
            { ...from('cli'), ...to('cli', 'server', 'backend', 'contract', 'domain', 'lib') },
            { ...from('ui'), ...to('ui') },
            {
              ...from('app'),
              ...to('app', 'feature', 'editor', 'state', 'ui', 'locales', 'contract', 'domain', 'lib'),
            },
            { ...from('editor'), ...to('editor', 'state', 'ui', 'contract', 'domain', 'lib') },
            { ...from('state'), ...to('state', 'contract', 'domain', 'lib') },
            { ...from('locales'), ...to('locales', 'contract') },
            { ...from('entry'), ...to('app', 'state', 'contract') },
            { ...from('feature'), ...to('app', 'editor', 'state', 'ui', 'contract', 'domain', 'lib') },
            {
              ...from('feature'),
              allow: {
                to: {
                  element: {
                    types: { anyOf: ['feature'] },
                    captured: { feature: '{{ from.captured.feature }}' },
                  },
                },
              },
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/shared/**', 'src/renderer/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(node:|electron(/|$))',
              message: 'What a host can do goes behind a port: src/backend/ports.ts.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/backend/**', 'src/server/**', 'src/cli/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [noElectron] }],
    },
  },
  {
    // The file port, the program's own files, and the search's cache, which a worker keeps and anyone may delete.
    files: ['src/backend/**'],
    ignores: [
      'src/backend/files/node-{file-mark,file-port,file-streams,held-file}.ts',
      'src/backend/files/list-static-files.ts',
      'src/backend/search/{file-bytes,index-cache}.ts',
    ],
    rules: {
      'no-restricted-imports': ['error', { patterns: [noElectron, noFileSystem] }],
    },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      // Components with a virtualizer say 'use no memo' themselves.
      'react-hooks/incompatible-library': 'off',
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^zod$|/(contract|[a-z-]+-procedures|study-event)$',
              allowTypeImports: true,
              message: 'Schemas stay out of the page: they would make its start slower.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['tests/**', 'src/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }] },
  },
  {
    // Loops over typed arrays, whose bounds are the loops' own.
    files: ['src/backend/search/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['tests/**'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['*.ts', 'tests/e2e/playwright.config.ts', '**/*.d.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
)
