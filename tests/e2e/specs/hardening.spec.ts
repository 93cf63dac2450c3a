import { resolve } from 'node:path'
import { findWeaknesses } from '../../../scripts/hardening-rules.ts'
import { readHardeningTexts } from '../../../scripts/read-hardening-texts.ts'
import { expect, test } from '../fixtures'

const root = resolve(import.meta.dirname, '../../..')

test('the built desktop app keeps every rule of its hardening', async () => {
  const texts = await readHardeningTexts(resolve(root, 'out'), resolve(root, 'electron-builder.yml'))
  expect(findWeaknesses(texts)).toEqual([])
})
