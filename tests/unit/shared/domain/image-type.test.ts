import { expect, it } from 'vitest'
import { imageTypeOf, imageTypeOfName } from '../../../../src/shared/domain/image-type'

const typeOf = (latin: string) => imageTypeOf(Buffer.from(latin, 'latin1'))?.contentType

it.each([
  ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'image/png'],
  ['\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
  ['GIF89a\x01\0', 'image/gif'],
  ['RIFF\x24\0\0\0WEBPVP8 ', 'image/webp'],
  ['\0\0\0\x20ftypavif\0\0\0\0', 'image/avif'],
  ['BM\x46\0\0\0\0\0\0\0\x36', 'image/bmp'],
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
  [
    '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a > b -->\n<!DOCTYPE svg PUBLIC "-//W3C" "x.dtd">\n<svg>',
    'image/svg+xml',
  ],
])('knows an image by its first bytes: %j', (bytes, expected) => {
  expect(typeOf(bytes)).toBe(expected)
})

it.each([
  '',
  'plain text',
  '<html><svg></svg></html>',
  'BM is a bitmap',
  '%PDF-1.7',
  'PK\x03\x04',
  '<svgfoo>',
])('takes for no image what is none: %j', bytes => {
  expect(typeOf(bytes)).toBeUndefined()
})

it('knows the kind that a name promises', () => {
  expect(['a.PNG', 'b.jpeg', 'c.md', 'png'].map(name => imageTypeOfName(name)?.contentType)).toEqual([
    'image/png',
    'image/jpeg',
    undefined,
    undefined,
  ])
})
