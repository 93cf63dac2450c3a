import { spawn } from 'node:child_process'
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { writeOut } from '../../../src/cli/write-out'

describe('writeOut', () => {
  it('writes all of a long text', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.pipe(process.stdout)'])
    let length = 0
    child.stdout.on('data', (data: Buffer) => (length += data.length))
    await writeOut(child.stdin, 'x'.repeat(500_000))
    child.stdin.end()
    await new Promise(resolve => child.on('close', resolve))
    expect(length).toBe(500_000)
  })

  it('takes a reader that has seen enough for no failure (printed a stack for `… | head`)', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.destroy()'])
    const gone = new Promise(resolve => child.on('close', resolve))
    await writeOut(child.stdin, 'x'.repeat(5_000_000))
    await gone
    await writeOut(child.stdin, 'more')
  })

  it('tells of every other failure', async () => {
    const full = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error(), { code: 'ENOSPC' })),
    })
    await expect(writeOut(full, 'x')).rejects.toMatchObject({ code: 'ENOSPC' })
  })
})
