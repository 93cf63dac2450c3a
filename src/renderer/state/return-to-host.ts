/**
 * Shows a host that was started anew that this page was let in before: answers its question with the key that the page got
 * from the last one. Resolves in any case; whether it worked, the next connection tells.
 */
export async function returnToHost(key: string): Promise<void> {
  try {
    const question = await fetch('/session', { cache: 'no-store' })
    if (!question.ok) return
    const nonce = await question.text()
    const answer = await hmac(key, `${window.location.port} ${nonce}`)
    await fetch('/session', { method: 'POST', body: `return ${nonce} ${answer}` })
  } catch {
    // There is no host yet.
  }
}

/** HMAC-SHA-256 in hexadecimal. */
async function hmac(key: string, message: string): Promise<string> {
  const encoder = new TextEncoder()
  const usage = { name: 'HMAC', hash: 'SHA-256' }
  const imported = await crypto.subtle.importKey('raw', encoder.encode(key), usage, false, ['sign'])
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', imported, encoder.encode(message)))
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
