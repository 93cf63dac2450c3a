import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { ESLint } from 'eslint'
import ts from 'typescript'
import tseslint from 'typescript-eslint'
import { afterAll, describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const scratch = await mkdtemp(join(tmpdir(), 'answerbook-planted-'))
afterAll(() => rm(scratch, { recursive: true, force: true }))

describe('the linter catches an import across a boundary', () => {
  const eslint = new ESLint({
    cwd: root,
    overrideConfig: [
      { files: ['src/**/*.{ts,tsx}'], ...tseslint.configs.disableTypeChecked },
      { files: ['src/**/*.{ts,tsx}'], languageOptions: { parserOptions: { projectService: false } } },
    ],
  })
  const rulesFor = async (file: string, code: string): Promise<string[]> => {
    const [result] = await eslint.lintText(code, { filePath: join(root, file) })
    return [...new Set(result?.messages.map(message => message.ruleId ?? message.message))]
  }

  test.each([
    [
      'src/shared/domain/planted.ts',
      "import { AppError } from '../contract/app-error'\nexport const planted = AppError\n",
    ],
    [
      'src/shared/contract/planted.ts',
      "import { hashOf } from '../../backend/files/text-file'\nexport const planted = hashOf\n",
    ],
    ['src/backend/planted.ts', "import { serve } from '../server/index'\nexport const planted = serve\n"],
    [
      'src/renderer/state/planted.ts',
      "import { hashOf } from '../../backend/files/text-file'\nexport const planted = hashOf\n",
    ],
    [
      'src/renderer/ui/planted.ts',
      "import { usePlace } from '../state/place'\nexport const planted = usePlace\n",
    ],
    [
      'src/renderer/features/search/planted.ts',
      "import { treeRows } from '../question-tree/tree-rows'\nexport const planted = treeRows\n",
    ],
  ])('%s', async (file, code) => {
    expect(await rulesFor(file, code)).toEqual(['boundaries/dependencies'])
  })

  test.each([
    ['src/renderer/state/planted.ts', "import { app } from 'electron'\nexport const planted = app\n"],
    ['src/shared/domain/planted.ts', "import { join } from 'node:path'\nexport const planted = join\n"],
    ['src/backend/planted.ts', "import Store from 'electron-store'\nexport const planted = Store\n"],
    ['src/backend/notes/planted.ts', "import { rm } from 'node:fs/promises'\nexport const planted = rm\n"],
    ['src/backend/study/planted.ts', "import { rm } from 'fs'\nexport const planted = rm\n"],
  ])('%s, a host module', async (file, code) => {
    expect(await rulesFor(file, code)).toContain('no-restricted-imports')
  })

  test('a file in no known folder', async () => {
    expect(await rulesFor('src/elsewhere/planted.ts', 'export const planted = 1\n')).toContain(
      'boundaries/no-unknown-files',
    )
  })

  test('raw HTML on its way to the page', async () => {
    const code =
      'export function planted(element: { innerHTML: string }, html: string) {\n  element.innerHTML = html\n}\n'
    expect(await rulesFor('src/renderer/ui/planted.ts', code)).toEqual(['no-restricted-syntax'])
  })

  test('an import within the rules passes', async () => {
    const code = "import { AppError } from '../shared/contract/app-error'\nexport const planted = AppError\n"
    expect(await rulesFor('src/backend/planted.ts', code)).toEqual([])
  })
})

describe('the types of a zone have no globals of another', () => {
  test.each([
    ['src/shared', 'document.title'],
    ['src/shared', 'process.env'],
    ['src/backend', 'document.title'],
    ['src/preload', 'process.env'],
    ['src/renderer', 'process.env'],
  ])('%s: %s', async (zone, expression) => {
    const file = join(scratch, `${zone.replace('/', '-')}.ts`)
    await writeFile(file, `export const planted: unknown = ${expression}\n`)
    const config = ts.getParsedCommandLineOfConfigFile(
      join(root, zone, 'tsconfig.json'),
      {},
      {
        ...ts.sys,
        onUnRecoverableConfigFileDiagnostic: diagnostic => {
          throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'))
        },
      },
    )
    const program = ts.createProgram([file], { ...config?.options, noEmit: true })
    const messages = ts
      .getPreEmitDiagnostics(program)
      .map(diagnostic => ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'))
    expect(messages.join('\n')).toMatch(/Cannot find name '(?:document|process)'/)
  })
})

test('dependency-cruiser catches what the renderer reaches indirectly, and cycles', async () => {
  const folder = join(scratch, 'cruised')
  const files: Readonly<Record<string, string>> = {
    'src/renderer/app.ts': "import '../shared/middle'\n",
    'src/shared/middle.ts': "import '../backend/store'\nimport './other'\n",
    'src/shared/other.ts': "import './middle'\n",
    'src/backend/store.ts': 'export const store = 1\n',
  }
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const args = [depcruise, 'src', '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'err']
  const output = await promisify(execFile)(process.execPath, args, { cwd: folder }).then(
    ({ stdout }) => stdout,
    (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
  )
  expect(output).toContain('renderer-stays-in-the-page: src/renderer/app.ts')
  expect(output).toContain('no-cycles: src/shared/')
})
