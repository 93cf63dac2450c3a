import { expect, test } from 'vitest'
import { fileUrl, filesChanged } from '../../../../src/renderer/state/file-urls'

test('gives a file that has changed another address each time, and others the same', () => {
  const path = 'attachments/a ?\u00E9.png'
  const plain = '/attachments/a%20%3F%C3%A9.png'
  expect(fileUrl(path)).toBe(plain)
  filesChanged(['attachments/a ?e\u0301.png'])
  const first = fileUrl(path)
  filesChanged([path])
  expect([first, fileUrl(path)].map(url => url.split('?')[0])).toEqual([plain, plain])
  expect(fileUrl(path)).not.toBe(first)
  expect(fileUrl('attachments/b.png')).toBe('/attachments/b.png')
})
