import { registerHooks } from 'node:module'
import './process-identity.ts'

/**
 * `node --import register.ts out/main/index.js`: from here on `electron` means the stand-in, for `import` and for
 * `require`, in the app and in the packages that it bundles.
 */
const standInUrl = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, nextResolve) =>
    specifier === 'electron' || /^electron\/(main|common)$/.test(specifier)
      ? { url: standInUrl, format: 'module-typescript', shortCircuit: true }
      : nextResolve(specifier, context),
})
