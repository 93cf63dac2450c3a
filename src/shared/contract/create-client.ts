import { AppError, type AppErrorCode } from './app-error'
import type { Client, Procedures } from './define'
import type { Transport } from './wire'

/**
 * The typed client over a transport: one method for each procedure.
 *
 * A method throws an `AppError` with the code that came back. With `validateOutputs` (development and tests)
 * it also checks what came back against the contract.
 */
export function createClient<P extends Procedures>(
  procedures: P,
  transport: Transport,
  { validateOutputs = false }: { validateOutputs?: boolean } = {},
): Client<P> {
  const check = (name: string, value: unknown): unknown => procedures[name]?.output.parse(value)
  return clientOf(Object.keys(procedures), transport, validateOutputs ? check : undefined)
}

/** The same client by the procedures' names alone, for a page that does without their schemas. */
export function clientOf<P extends Procedures>(
  names: readonly (keyof P & string)[],
  transport: Transport,
  check: (name: string, value: unknown) => unknown = (_, value) => value,
): Client<P> {
  const call = async (name: string, input: unknown): Promise<unknown> => {
    const result = await transport.request(name, input)
    if (result.ok) return check(name, result.value)
    const { code, data } = result.error
    throw new AppError(code as AppErrorCode, isRecord(data) ? data : {}, result.error.message)
  }
  return Object.fromEntries(
    names.map(name => [name, (input: unknown) => call(name, input)]),
  ) as unknown as Client<P>
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
