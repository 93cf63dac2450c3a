import module from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'

// The program is loaded from here so that the cache of its compiled code is on before, which is a quarter of a short command's time.
// Node before 22 has none.
if ('enableCompileCache' in module) module.enableCompileCache(codeCacheFolder())
await import('./run')

/** A folder of the user's own: what lies in it is run, so that it can't be in one that others can write to, as Node's default is. */
function codeCacheFolder(): string {
  const home = homedir()
  switch (process.platform) {
    case 'win32':
      return join(process.env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'answerbook', 'code-cache')
    case 'darwin':
      return join(home, 'Library', 'Caches', 'answerbook')
    default:
      return join(process.env['XDG_CACHE_HOME'] ?? join(home, '.cache'), 'answerbook')
  }
}
