import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits in base64url. */
export function createToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares without telling by its time how much is right. */
export function isSameToken(expected: string, given: string): boolean {
  return timingSafeEqual(digest(expected), digest(given))
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
