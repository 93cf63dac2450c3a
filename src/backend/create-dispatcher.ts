import type { z } from 'zod'
import { AppError, isAppError } from '../shared/contract/app-error'
import type { CallContext, Handlers, Procedures } from '../shared/contract/define'
import type { WireError, WireResult } from '../shared/contract/wire'

export type Dispatch = (name: string, input: unknown, context: CallContext) => Promise<WireResult>

/**
 * The border of the backend: knows the allowed names, validates what comes in (and with `validateOutputs`
 * what goes out), and turns whatever is thrown into data. It never throws.
 */
export function createDispatcher<P extends Procedures>(
  procedures: P,
  handlers: Handlers<P>,
  { validateOutputs, onBug }: { validateOutputs: boolean; onBug: (name: string, error: unknown) => void },
): Dispatch {
  return async (name, input, context) => {
    const spec = Object.hasOwn(procedures, name) ? procedures[name] : undefined
    if (spec === undefined) return failure(new AppError('contract/unknown-procedure', { name }))
    const parsed = spec.input.safeParse(input)
    if (!parsed.success) {
      return failure(new AppError('contract/invalid-input', { name, issues: issuesOf(parsed.error) }))
    }
    try {
      const value = await handlers[name as keyof P](parsed.data as never, context)
      const checked = validateOutputs ? spec.output.safeParse(value) : undefined
      if (checked?.success !== false) return { ok: true, value: checked?.data ?? value }
      onBug(name, checked.error)
      return failure(new AppError('contract/invalid-output', { name, issues: issuesOf(checked.error) }))
    } catch (error) {
      if (!isAppError(error)) onBug(name, error)
      return failure(error)
    }
  }
}

function issuesOf({ issues }: z.ZodError): string[] {
  return issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
}

function failure(error: unknown): { ok: false; error: WireError } {
  if (isAppError(error))
    return { ok: false, error: { code: error.code, message: error.message, data: error.data } }
  const message = error instanceof Error ? error.message : String(error)
  return { ok: false, error: { code: 'internal', message, data: { message } } }
}
