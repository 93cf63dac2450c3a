import { crc32, deflateSync } from 'node:zlib'

/** A PNG of 24 × 16 pixels in one colour; another `seed` gives other bytes. */
export function samplePng(seed = 0): Uint8Array {
  const rows = Buffer.alloc(16 * (1 + 24 * 3))
  for (let y = 0; y < 16; y += 1) rows.fill(60 + ((seed * 37) % 180), y * 73 + 1, (y + 1) * 73)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(24, 0)
  header.writeUInt32BE(16, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
