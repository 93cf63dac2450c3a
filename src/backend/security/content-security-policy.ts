/**
 * The policy of every page of the workspace, in both hosts: nothing inline, nothing from elsewhere, no text that
 * becomes code or markup except through the named policies.
 *
 * `ProseMirrorClipboard` is ProseMirror's own for pasted HTML, which it parses in an inert document;
 * `default` is ours and allows that parsing only (src/renderer/editor/trusted-types.ts).
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default ProseMirrorClipboard',
].join('; ')

/** For files of the user's: an SVG opened by itself can run nothing and load nothing. */
export const attachmentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** Browsers show no PDF in a sandbox. It runs nothing under our name: it is shown by a page of the browser's own. */
export const pdfSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'"

/** Headers of every response besides the policy. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
}
