import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { noteOfWords } from '../bench-notes.ts'

/**
 * `npm run -s bench:export -- [--notes 5000] [--words 250] [--only html,csv]`: makes a notebook with that many answered
 * questions, exports it by the command line to each format, and prints the time, the peak memory of the process (without
 * Chromium's own for `pdf`) and the size, each also as a multiple of the Markdown format's.
 */

const { values } = parseArgs({
  options: {
    notes: { type: 'string', default: '5000' },
    words: { type: 'string', default: '250' },
    only: { type: 'string', default: 'markdown,folder,html,site,anki,csv,pdf' },
  },
})
const [notes, words] = [Number(values.notes), Number(values.words)]
const tellMemory =
  'data:text/javascript,process.on("exit",()=>console.error("maxRSS="+process.resourceUsage().maxRSS))'

interface Measure {
  readonly format: string
  readonly seconds: number
  /** Of the process, in MB. */
  readonly memory: number
  readonly megabytes: number
  readonly problems: number
}

const folder = await mkdtemp(join(tmpdir(), 'answerbook-bench-'))
try {
  const notebook = join(folder, 'notebook')
  await makeNotebook(notebook)
  const base = await measure('stats', notebook)
  console.log(`opening alone: ${base.seconds.toFixed(1)} s, ${base.memory.toFixed(0)} MB`)
  console.log(
    '| format | s | × | peak MB | × | size MB | problems |\n| --- | --- | --- | --- | --- | --- | --- |',
  )
  let first: Measure | undefined
  for (const format of values.only.split(',')) {
    const result = await measure(format, notebook)
    first ??= result
    const ratio = (of: (measure: Measure) => number): string => (of(result) / of(first ?? result)).toFixed(2)
    console.log(
      `| ${format} | ${result.seconds.toFixed(1)} | ${ratio(each => each.seconds)} | ${result.memory.toFixed(0)} | ${ratio(each => each.memory)} | ${result.megabytes.toFixed(1)} | ${result.problems} |`,
    )
  }
} finally {
  await rm(folder, { recursive: true })
}

async function makeNotebook(path: string): Promise<void> {
  for (const name of ['questions', 'notes', 'attachments']) await mkdir(join(path, name), { recursive: true })
  await writeFile(join(path, 'answerbook.json'), JSON.stringify({ format: 1, id: 'bench', title: 'Bench' }))
  const items = Array.from({ length: notes }, (_, index) => {
    const section = index % 100 === 0 ? `\n## Section ${index / 100 + 1}\n\n` : ''
    return `${section}- What is question ${index}? ^b-${index}\n`
  })
  await writeFile(join(path, 'questions', 'b.md'), `---\ntitle: Bench\nid: b\n---\n${items.join('')}`)
  for (let index = 0; index < notes; index += 1) {
    const links = `See [[b#^b-${(index * 7) % notes}]] and [[n${(index * 3) % notes}#Part 1]]: $x_{${index}} = \\frac{a}{b}$.\n`
    await writeFile(
      join(path, 'notes', `n${index}.md`),
      `---\nanswers: [b-${index}]\n---\n${noteOfWords(words)}\n${links}`,
    )
  }
}

async function measure(format: string, notebook: string): Promise<Measure> {
  const out = join(folder, `out-${format}`)
  const job =
    format === 'stats'
      ? ['stats', notebook, '--json']
      : ['export', notebook, '--format', format, '--out', out, '--json']
  const startedAt = performance.now()
  const { stdout, stderr } = await run(['--import', tellMemory, 'out/node/cli.js', ...job])
  const seconds = (performance.now() - startedAt) / 1000
  const report = JSON.parse(stdout) as { brokenLinks?: unknown[]; missingImages?: unknown[] }
  return {
    format,
    seconds,
    memory: Number(/maxRSS=(\d+)/.exec(stderr)?.[1]) / 1024,
    megabytes: format === 'stats' ? 0 : (await sizeOf(out)) / 1024 / 1024,
    problems: (report.brokenLinks?.length ?? 0) + (report.missingImages?.length ?? 0),
  }
}

async function run(args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args)
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', data => (stdout += String(data)))
    child.stderr.on('data', data => (stderr += String(data)))
    child.on('error', reject)
    child.on('close', code => (code === 0 ? resolve({ stdout, stderr }) : reject(new Error(stderr))))
  })
}

async function sizeOf(path: string): Promise<number> {
  const info = await stat(path)
  if (!info.isDirectory()) return info.size
  const files = await readdir(path, { recursive: true, withFileTypes: true })
  const sizes = await Promise.all(
    files.filter(file => file.isFile()).map(file => stat(join(file.parentPath, file.name))),
  )
  return sizes.reduce((sum, { size }) => sum + size, 0)
}
